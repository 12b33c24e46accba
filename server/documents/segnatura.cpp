#include "server/documents/segnatura.hpp"

#include <algorithm>

#include "server/documents/base64.hpp"
#include "server/documents/xades.hpp"
#include "server/documents/xml.hpp"
#include "shared/domain/codice_fiscale.hpp"

namespace omnia::documents {
namespace {

using xml::child;
using xml::qualified_attribute;

constexpr const char* kDenominazione = "Istituto nazionale della previdenza sociale";
constexpr const char* kCodiceFiscale = "80078750587";
constexpr std::string_view kSede = "{sede}";
constexpr std::size_t kLongestCode = 16;
constexpr std::size_t kLongestText = 200;

void add_identifier(xmlNode* parent, const char* name, const Identificatore& what) {
  xmlNode* node = child(parent, name);
  qualified_attribute(child(node, "CodiceAmministrazione", what.amministrazione), "descrizione", kDenominazione);
  xmlNode* office = child(node, "CodiceAOO", what.aoo);
  if (!what.descrizione_aoo.empty()) qualified_attribute(office, "descrizione", what.descrizione_aoo);
  child(node, "CodiceRegistro", what.registro);
  child(node, "NumeroRegistrazione", what.numero);
  child(node, "DataRegistrazione", what.giorno);
  if (!what.ora.empty()) child(node, "OraRegistrazione", what.ora);
}

void add_subject(xmlNode* parent, const char* name, const std::string& oggetto, const Segnatura::Classifica& classifica) {
  child(parent, name, oggetto);
  xmlNode* classification = child(parent, "Classifica");
  child(classification, "Denominazione", classifica.voce);
  child(classification, "CodiceFlat", classifica.codice);
}

// No addresses: the schema wants six digits of a CAP, which has five.
struct Party {
  xmlNode* node;

  void operator()(const Ufficio& office) const {
    xmlNode* out = child(node, "Amministrazione");
    child(out, "DenominazioneAmministrazione", kDenominazione);
    child(out, "CFAmministrazione", kCodiceFiscale);
    child(out, "CodiceIPAAmministrazione", office.amministrazione);
    child(out, "CodiceIPAAOO", office.aoo);
  }
  void operator()(const Ente& company) const {
    xmlNode* out = child(node, "PersonaGiuridica");
    child(out, "Denominazione", company.denominazione);
    if (company.codice_fiscale.size() == 11) child(out, "PIVAoCF", company.codice_fiscale);
  }
  void operator()(const Persona& person) const {
    xmlNode* out = child(node, "PersonaFisica");
    child(out, "Nome", person.nome);
    child(out, "Cognome", person.cognome);
    child(out, "CodiceFiscale", person.codice_fiscale);
  }
};

std::string from_hex(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return out;
}

// Where a document can be fetched is never said: CollocazioneTelematica would be an invitation to fetch it.
void add_document(xmlNode* parent, const char* name, const DocumentoProtocollato& what) {
  xmlNode* out = child(parent, name);
  qualified_attribute(out, "nomeFile", what.nome);
  qualified_attribute(out, "mimeType", what.tipo);
  if (!what.descrizione.empty()) child(out, "Descrizione", what.descrizione);
  qualified_attribute(child(out, "Impronta", base64(from_hex(what.impronta))), "algoritmo", "SHA-256");
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c != ' ') {
      out.back() += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string out = words[from];
  for (std::size_t i = from + 1; i < to; ++i) out += " " + words[i];
  return out;
}

constexpr std::size_t kMostWords = 12;

Persona person_of(const std::string& denominazione, const std::string& codice_fiscale) {
  auto words = words_of(denominazione);
  words.resize(std::min(words.size(), kMostWords));
  const std::string surname = codice_fiscale.substr(0, 3);
  const std::string name = codice_fiscale.substr(3, 3);
  // The fewest words first: «OFFICINA ROSSI DI ROSSI MARIO» is of ROSSI MARIO.
  for (std::size_t length = 2; length <= words.size(); ++length) {
    for (std::size_t i = 0, k = length; k <= words.size(); ++i, ++k) {
      for (std::size_t j = i + 1; j < k; ++j) {
        const std::string first = joined(words, i, j);
        const std::string second = joined(words, j, k);
        if (domain::lettere_del_cognome(first) == surname && domain::lettere_del_nome(second) == name)
          return {first, second, codice_fiscale};
        if (domain::lettere_del_nome(first) == name && domain::lettere_del_cognome(second) == surname)
          return {second, first, codice_fiscale};
      }
    }
  }
  return {denominazione, "", codice_fiscale};
}

bool code_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

// As the schema writes CodiceRegistro: [A-Za-z0-9_.-]{1,16}. The codes of the index are written like that too.
bool is_code(const std::string& text) {
  return !text.empty() && text.size() <= kLongestCode && std::all_of(text.begin(), text.end(), code_character);
}

std::string bad_code(const char* option, const std::string& value) {
  return std::string("Il codice di ") + option + " («" + value +
         "») non è valido: usa da 1 a 16 lettere, cifre, punti, trattini o trattini bassi.";
}

bool names_sede(const std::string& text) { return text.find(kSede) != std::string::npos; }

const xmlNode* below(const xmlNode* node, const char* name) {
  for (const xmlNode* at = node == nullptr ? nullptr : node->children; at != nullptr; at = at->next) {
    if (at->type == XML_ELEMENT_NODE && xmlStrEqual(at->name, reinterpret_cast<const xmlChar*>(name)) == 1) return at;
  }
  return nullptr;
}

std::string owned(xmlChar* text) {
  std::string out = text == nullptr ? "" : reinterpret_cast<const char*>(text);
  xmlFree(text);
  return out;
}

std::string text_below(const xmlNode* node, const char* name) {
  const xmlNode* found = below(node, name);
  return found == nullptr ? std::string() : owned(xmlNodeGetContent(found));
}

}  // namespace

std::string in_sede(std::string code, const std::string& sede) {
  const auto place = code.find(kSede);
  return place == std::string::npos ? code : code.replace(place, kSede.size(), sede);
}

std::string difetto(const Codici& codici) {
  const std::string sede = "0000";
  if (!is_code(codici.amministrazione)) return bad_code("--codice-ipa", codici.amministrazione);
  if (!is_code(in_sede(codici.aoo, sede))) return bad_code("--codice-aoo", codici.aoo);
  if (!is_code(in_sede(codici.registro, sede))) return bad_code("--codice-registro", codici.registro);
  if (!names_sede(codici.aoo) && !names_sede(codici.registro)) {
    return "Né --codice-aoo né --codice-registro contengono {sede}: ogni Sede numera da sola, e due protocolli avrebbero "
           "la stessa identità. Scrivi {sede} in uno dei due.";
  }
  if (codici.classifica.empty() || codici.classifica.size() > kLongestText)
    return "La classifica di --classifica è vuota o oltre 200 caratteri: indica il codice della voce del titolario.";
  if (codici.voce.empty() || codici.voce.size() > kLongestText)
    return "Il nome di --classifica-voce è vuoto o oltre 200 caratteri: indica il nome della voce del titolario.";
  return {};
}

std::optional<Segnatura::Riferimento> read_riferimento(const std::string& testo) {
  const xml::Doc doc = xml::parse(testo);
  const xmlNode* head = doc ? below(xmlDocGetRootElement(doc.get()), "Intestazione") : nullptr;
  const xmlNode* identifier = below(head, "Identificatore");
  if (identifier == nullptr) return std::nullopt;
  Segnatura::Riferimento out;
  Identificatore& of = out.identificatore;
  of.amministrazione = text_below(identifier, "CodiceAmministrazione");
  of.aoo = text_below(identifier, "CodiceAOO");
  of.descrizione_aoo = owned(xmlGetProp(below(identifier, "CodiceAOO"), reinterpret_cast<const xmlChar*>("descrizione")));
  of.registro = text_below(identifier, "CodiceRegistro");
  of.numero = text_below(identifier, "NumeroRegistrazione");
  of.giorno = text_below(identifier, "DataRegistrazione");
  of.ora = text_below(identifier, "OraRegistrazione");
  out.oggetto = text_below(head, "Oggetto");
  out.classifica = {text_below(below(head, "Classifica"), "CodiceFlat"), text_below(below(head, "Classifica"), "Denominazione")};
  return out;
}

Soggetto soggetto_di(const std::string& denominazione, const std::string& codice_fiscale) {
  if (codice_fiscale.size() == 16) return person_of(denominazione, codice_fiscale);
  return Ente{denominazione, codice_fiscale};
}

std::string write_segnatura(const Segnatura& segnatura, const Sigillo& sigillo, const std::string& istante) {
  const xml::Doc doc = xml::document("prot", "http://www.agid.gov.it/protocollo/", "SegnaturaInformatica");
  xmlNode* root = xmlDocGetRootElement(doc.get());
  // attributeFormDefault="qualified": every attribute of the schema has its prefix.
  qualified_attribute(root, "versione", "3.0.0");
  qualified_attribute(root, "lang", "it");
  xmlNode* head = child(root, "Intestazione");
  add_identifier(head, "Identificatore", segnatura.identificatore);
  if (segnatura.prima_registrazione) add_identifier(head, "PrimaRegistrazione", *segnatura.prima_registrazione);
  add_subject(head, "Oggetto", segnatura.oggetto, segnatura.classifica);
  if (segnatura.riferimento) {
    xmlNode* reference = child(root, "Riferimenti");
    add_identifier(reference, "Identificatore", segnatura.riferimento->identificatore);
    add_subject(reference, "Oggetto", segnatura.riferimento->oggetto, segnatura.riferimento->classifica);
  }
  xmlNode* body = child(root, "Descrizione");
  std::visit(Party{child(body, "Mittente")}, segnatura.mittente);
  xmlNode* to = child(body, "Destinatario");
  qualified_attribute(to, "confermaRicezione", "false");  // true when it is left out, and nobody here waits for one
  std::visit(Party{to}, segnatura.destinatario);
  add_document(body, "DocumentoPrimario", segnatura.primario);
  for (const auto& one : segnatura.allegati) add_document(body, "Allegato", one);
  sigilla(doc.get(), sigillo, istante);
  return xml::text(doc.get());
}

}  // namespace omnia::documents
