#include "server/uniemens/xml_reader.hpp"

#include <expat.h>

#include <algorithm>
#include <new>
#include <string>

namespace omnia::uniemens {
namespace {

std::string_view explain(XML_Error error) {
  switch (error) {
    case XML_ERROR_NO_ELEMENTS:
      return "il file è vuoto o interrotto";
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
    case XML_ERROR_PARTIAL_CHAR:
      return "il file è interrotto";
    case XML_ERROR_TAG_MISMATCH:
      return "un elemento è chiuso con un altro nome";
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      return "un attributo è ripetuto";
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return "c’è del testo dopo la fine del documento";
    case XML_ERROR_UNDEFINED_ENTITY:
      return "è richiamata un’entità che XML non prevede";
    case XML_ERROR_UNBOUND_PREFIX:
      return "è usato un prefisso non dichiarato";
    case XML_ERROR_INVALID_TOKEN:
    case XML_ERROR_BAD_CHAR_REF:
      return "c’è un carattere non ammesso";
    default:
      return "la sintassi non è valida";
  }
}

bool is_utf8_name(std::string_view name) {
  std::string upper(name);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return upper == "UTF-8" || upper == "UTF8" || upper == "US-ASCII" || upper == "ASCII";
}

}  // namespace

struct XmlReader::Impl {
  XmlHandler& handler;
  XML_Parser parser;
  std::optional<Difetto> defect;
  std::int64_t fed = 0;
  int depth = 0;
  std::size_t text_size = 0;

  explicit Impl(XmlHandler& h) : handler(h), parser(XML_ParserCreateNS("UTF-8", '|')) {
    if (parser == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetCommentHandler(parser, [](void* self, const XML_Char*) { of(self).on_interruption(); });
    XML_SetProcessingInstructionHandler(parser, [](void* self, const XML_Char*, const XML_Char*) { of(self).on_interruption(); });
    XML_SetCdataSectionHandler(
        parser, [](void* self) { of(self).on_interruption(); }, [](void* self) { of(self).on_interruption(); });
    XML_SetXmlDeclHandler(parser, on_declaration);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
  }
  ~Impl() { XML_ParserFree(parser); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  static Impl& of(void* self) { return *static_cast<Impl*>(self); }
  [[nodiscard]] std::int64_t line() const { return static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser)); }

  void refuse(std::string codice, std::string motivo) {
    if (defect) return;
    defect = Difetto{line(), std::move(codice), std::move(motivo)};
    XML_StopParser(parser, XML_FALSE);
  }
  // After each call into the handler.
  void take_fatal() {
    if (!handler.fatale || defect) return;
    defect = handler.fatale;
    XML_StopParser(parser, XML_FALSE);
  }

  static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    auto& me = of(self);
    if (me.defect) return;
    me.text_size = 0;
    if (++me.depth > kMaxDepth) {
      return me.refuse("xml.limite", "Gli elementi sono annidati oltre " + std::to_string(kMaxDepth) +
                                         " livelli: un flusso UniEmens non ne ha bisogno. Rigenera il file.");
    }
    if (XML_GetSpecifiedAttributeCount(me.parser) > 2 * kMaxAttributes) {
      return me.refuse("xml.limite", "Un elemento ha più di " + std::to_string(kMaxAttributes) +
                                         " attributi: un flusso UniEmens non ne ha bisogno. Rigenera il file.");
    }
    me.handler.start(name, attributes, me.line());
    me.take_fatal();
  }
  static void on_end(void* self, const XML_Char*) {
    auto& me = of(self);
    if (me.defect) return;
    me.text_size = 0;
    --me.depth;
    me.handler.end();
    me.take_fatal();
  }
  static void on_text(void* self, const XML_Char* text, int length) {
    auto& me = of(self);
    if (me.defect) return;
    me.text_size += static_cast<std::size_t>(length);
    if (me.text_size > kMaxText) {
      return me.refuse("xml.limite", "Un valore supera i 64 KiB: un flusso UniEmens non ne ha bisogno. Rigenera il file.");
    }
    me.handler.text({text, static_cast<std::size_t>(length)});
  }
  void on_interruption() {
    if (!defect) handler.interruption();
  }
  static void on_declaration(void* self, const XML_Char*, const XML_Char* encoding, int) {
    if (encoding == nullptr || is_utf8_name(encoding)) return;
    of(self).refuse("xml.codifica",
                    "Il file dichiara la codifica «" + std::string(encoding) + "»: salvalo in UTF-8 e invialo di nuovo.");
  }
  static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(self).refuse("xml.dtd",
                    "Il file contiene una dichiarazione DOCTYPE, che può nascondere entità dannose: eliminala e invia di "
                    "nuovo il file.");
  }

  // The byte where expat stopped, when it is still in this piece.
  [[nodiscard]] bool stopped_at_non_ascii(const char* data, std::size_t n) const {
    const auto at = static_cast<std::int64_t>(XML_GetCurrentByteIndex(parser)) - (fed - static_cast<std::int64_t>(n));
    return at >= 0 && at < static_cast<std::int64_t>(n) && static_cast<unsigned char>(data[at]) >= 0x80;
  }

  bool parse(const char* data, std::size_t n, bool last) {
    if (defect) return false;
    fed += static_cast<std::int64_t>(n);
    if (XML_Parse(parser, data, static_cast<int>(n), last ? XML_TRUE : XML_FALSE) == XML_STATUS_ERROR) {
      if (!defect) syntax_error(data, n);
      return false;
    }
    if (fed - static_cast<std::int64_t>(XML_GetCurrentByteIndex(parser)) > kMaxToken && !last) {
      refuse("xml.limite", "Un elemento supera i 256 KiB: un flusso UniEmens non ne ha bisogno. Rigenera il file.");
    }
    return !defect;
  }

  void syntax_error(const char* data, std::size_t n) {
    const XML_Error error = XML_GetErrorCode(parser);
    if (error == XML_ERROR_INVALID_TOKEN && stopped_at_non_ascii(data, n)) {
      defect = Difetto{line(), "xml.codifica",
                       "Il byte " + std::to_string(XML_GetCurrentByteIndex(parser)) +
                           " del file non è UTF-8 valido: salva il file in UTF-8 e invialo di nuovo."};
      return;
    }
    defect = Difetto{line(), "xml.sintassi",
                     "Il file non è XML ben formato: " + std::string(explain(error)) +
                         ". Rigenera il file con il programma paghe e invialo di nuovo."};
  }
};

XmlReader::XmlReader(XmlHandler& handler) : impl_(std::make_unique<Impl>(handler)) {}
XmlReader::~XmlReader() = default;

bool XmlReader::feed(const char* data, std::size_t n) { return impl_->parse(data, n, false); }
bool XmlReader::finish() { return impl_->parse("", 0, true); }
const std::optional<Difetto>& XmlReader::defect() const { return impl_->defect; }

}  // namespace omnia::uniemens
