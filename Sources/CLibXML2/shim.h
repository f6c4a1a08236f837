// libxml2's encoding.h pulls in the system's ICU headers, which clash with Foundation's own ICU; Nabór reads UTF-8 and
// UTF-16 only and needs none of it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
