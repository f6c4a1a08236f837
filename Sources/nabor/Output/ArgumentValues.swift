public import ArgumentParser
public import Desk
public import FormModel

/// In commands, an option is one of the command line; a form's options are `FormModel.Option`.
typealias Option<Value> = ArgumentParser.Option<Value>

extension Channel: ExpressibleByArgument {}
extension DocumentKind: ExpressibleByArgument {}
extension ExportRequest.Format: ExpressibleByArgument {}
extension FormPrinting.Format: ExpressibleByArgument {}
extension GivenPlace.Kind: ExpressibleByArgument {}
extension InterfaceLanguage: ExpressibleByArgument {}
extension ParticipationState: ExpressibleByArgument {}
extension TemplateRendering.Undefined: ExpressibleByArgument {}
