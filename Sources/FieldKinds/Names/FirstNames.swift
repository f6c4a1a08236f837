/// First names with their Polish vocative, checked one by one against Polish declension; a name not listed is unknown.
enum FirstNames {
    /// Folded name to vocative.
    static func vocative(_ name: String) -> String? { vocatives[LetterFold.folded(name)] }

    static func isKnown(_ name: String) -> Bool {
        let folded = LetterFold.folded(name)
        return vocatives[folded] != nil || cyrillic.contains(folded)
    }

    /// Listed with these very marks and a capital letter in front, or all in capitals.
    static func isSpelled(_ name: String) -> Bool {
        guard let first = name.first, first.isUppercase else { return false }
        let rest = name.dropFirst()
        guard rest.allSatisfy(\.isLowercase) || rest.allSatisfy(\.isUppercase) else { return false }
        return spelled.contains(name.lowercased())
    }

    /// No listed name, but one letter wrong, missing or added makes it one.
    static func isOneLetterBeside(_ name: String) -> Bool {
        let small = Array(name.lowercased().unicodeScalars)
        return spelledScalars.contains { differsByOne($0, small) }
    }

    private static func differsByOne(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        guard abs(one.count - other.count) <= 1 else { return false }
        let head = zip(one, other).prefix { $0 == $1 }.count
        let tail = zip(one.dropFirst(head).reversed(), other.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        return max(one.count, other.count) - head - tail == 1
    }

    /// In small letters, with their marks.
    private static let spelled: Set<String> = {
        let names = (women + " " + men).split(separator: " ").map { String($0.prefix { $0 != ":" }).lowercased() }
        return Set(names + cyrillicNames)
    }()

    private static let spelledScalars = spelled.map { Array($0.unicodeScalars) }

    private static let vocatives: [String: String] = {
        var result: [String: String] = [:]
        for pair in (women + " " + men).split(separator: " ") {
            let parts = pair.split(separator: ":")
            result[LetterFold.folded(String(parts[0]))] = String(parts[1])
        }
        return result
    }()

    private static let women = """
        Adrianna:Adrianno Agata:Agato Agnieszka:Agnieszko Aleksandra:Aleksandro Alicja:Alicjo Alina:Alino Anastazja:Anastazjo \
        Anastasiia:Anastasiio Aneta:Aneto Angelika:Angeliko Anhelina:Anhelino Anna:Anno Antonina:Antonino Barbara:Barbaro \
        Beata:Beato Bogumiła:Bogumiło Bożena:Bożeno Celina:Celino Czesława:Czesławo Danuta:Danuto Daria:Dario Dariia:Dariio \
        Diana:Diano Dominika:Dominiko Dorota:Doroto Edyta:Edyto Elżbieta:Elżbieto Emilia:Emilio Ewa:Ewo Ewelina:Ewelino \
        Gabriela:Gabrielo Genowefa:Genowefo Grażyna:Grażyno Halina:Halino Hanna:Hanno Helena:Heleno Honorata:Honorato \
        Ilona:Ilono Inna:Inno Irena:Ireno Iryna:Iryno Iwona:Iwono Izabela:Izabelo Jadwiga:Jadwigo Janina:Janino \
        Joanna:Joanno Jolanta:Jolanto Julia:Julio Yuliia:Yuliio Justyna:Justyno Kamila:Kamilo Karolina:Karolino \
        Katarzyna:Katarzyno Kateryna:Kateryno Kinga:Kingo Klaudia:Klaudio Krystyna:Krystyno Larysa:Laryso Lena:Leno \
        Lidia:Lidio Liliana:Liliano Liudmyla:Liudmylo Lucyna:Lucyno Maja:Maju Małgorzata:Małgorzato Maria:Mario \
        Mariia:Mariio Maryna:Maryno Marianna:Marianno Marlena:Marleno Marta:Marto Martyna:Martyno Magdalena:Magdaleno \
        Milena:Mileno Monika:Moniko Nadia:Nadio Nadiia:Nadiio Natalia:Natalio Nataliia:Nataliio Nina:Nino \
        Oksana:Oksano Oleksandra:Oleksandro Olena:Oleno Olga:Olgo Olha:Olho Oliwia:Oliwio Patrycja:Patrycjo Paulina:Paulino \
        Polina:Polino Regina:Regino Renata:Renato Roksana:Roksano Sabina:Sabino Sandra:Sandro Solomiia:Solomiio \
        Sofiia:Sofiio Stanisława:Stanisławo Stefania:Stefanio Sviatlana:Sviatlano Svitlana:Svitlano Sylwia:Sylwio \
        Tamara:Tamaro Teresa:Tereso Tetiana:Tetiano Tatsiana:Tatsiano Urszula:Urszulo Valentyna:Valentyno Vira:Viro \
        Viktoriia:Viktoriio Wanda:Wando Weronika:Weroniko Wiesława:Wiesławo Wiktoria:Wiktorio Yana:Yano Zofia:Zofio \
        Zuzanna:Zuzanno Żaneta:Żaneto
        """

    private static let men = """
        Adam:Adamie Adrian:Adrianie Albert:Albercie Aleksander:Aleksandrze Aliaksandr:Aliaksandrze Andrii:Andrii \
        Andrzej:Andrzeju Antoni:Antoni Arkadiusz:Arkadiuszu Artur:Arturze Bartłomiej:Bartłomieju Bartosz:Bartoszu \
        Bogdan:Bogdanie Bohdan:Bohdanie Bogusław:Bogusławie Cezary:Cezary Czesław:Czesławie Damian:Damianie \
        Daniel:Danielu Danylo:Danylo Dariusz:Dariuszu Dawid:Dawidzie Denys:Denysie Dmytro:Dmytro Dominik:Dominiku \
        Edward:Edwardzie Emil:Emilu Eugeniusz:Eugeniuszu Fabian:Fabianie Feliks:Feliksie Filip:Filipie \
        Franciszek:Franciszku Gabriel:Gabrielu Grzegorz:Grzegorzu Henryk:Henryku Hubert:Hubercie Ignacy:Ignacy Igor:Igorze \
        Ihor:Ihorze Ireneusz:Ireneuszu Ivan:Ivanie Jacek:Jacku Jakub:Jakubie Jan:Janie Janusz:Januszu Jarosław:Jarosławie \
        Jerzy:Jerzy Józef:Józefie Julian:Julianie Kacper:Kacprze Kamil:Kamilu Karol:Karolu Kazimierz:Kazimierzu \
        Konrad:Konradzie Krystian:Krystianie Krzysztof:Krzysztofie Leon:Leonie Leszek:Leszku Lech:Lechu Łukasz:Łukaszu \
        Maciej:Macieju Maksym:Maksymie Marcel:Marcelu Marcin:Marcinie Marek:Marku Marian:Marianie Mariusz:Mariuszu \
        Mateusz:Mateuszu Michał:Michale Mieczysław:Mieczysławie Mikołaj:Mikołaju Mirosław:Mirosławie Mykola:Mykolo \
        Mykhailo:Mykhailo Nazar:Nazarze Norbert:Norbercie Oleh:Olehu Oleksandr:Oleksandrze Oleksii:Oleksii Oskar:Oskarze \
        Pavlo:Pavlo Patryk:Patryku Paweł:Pawle Petro:Petro Piotr:Piotrze Przemysław:Przemysławie Radosław:Radosławie \
        Rafał:Rafale Robert:Robercie Roman:Romanie Ruslan:Ruslanie Ryszard:Ryszardzie Sebastian:Sebastianie \
        Serhii:Serhii Sławomir:Sławomirze Stanisław:Stanisławie Stefan:Stefanie Stepan:Stepanie Sylwester:Sylwestrze \
        Szymon:Szymonie Tadeusz:Tadeuszu Taras:Tarasie Tomasz:Tomaszu Tymoteusz:Tymoteuszu Vadym:Vadymie \
        Vasyl:Vasylu Viktor:Viktorze Vitalii:Vitalii Volodymyr:Volodymyrze Wacław:Wacławie Waldemar:Waldemarze \
        Wiktor:Wiktorze Wiesław:Wiesławie Witold:Witoldzie Władysław:Władysławie Włodzimierz:Włodzimierzu \
        Wojciech:Wojciechu Yaroslav:Yaroslavie Yevhen:Yevhenie Yurii:Yurii Zbigniew:Zbigniewie Zdzisław:Zdzisławie \
        Zenon:Zenonie Zygmunt:Zygmuncie
        """

    /// First names in Cyrillic: only to tell given names from surnames.
    private static let cyrillic: Set<String> = Set(cyrillicNames.map(LetterFold.folded))

    private static let cyrillicNames = """
        анна андрій олена ольга оксана ірина наталія тетяна світлана марія юлія катерина вікторія анастасія софія дарія \
        надія людмила галина валентина віра іван петро микола михайло олександр олексій сергій володимир василь ігор олег \
        юрій віталій богдан тарас роман максим денис дмитро назар ярослав євген павло степан аляксандр аляксей алена \
        вольга ганна іна іна ірына кацярына марына мікалай міхаіл наталля настасся павел пятро сяргей святлана таццяна \
        уладзімір юлія юрый александр алексей андрей анастасия виктор виктория владимир дмитрий евгений екатерина елена \
        иван игорь ирина мария михаил наталья николай павел сергей светлана татьяна юлия юрий мацей
        """.split(separator: " ").map(String.init)
}
