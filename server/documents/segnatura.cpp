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

// Lettura da confermare: the code of the Institute in the index of public administrations; of its AOO we know the Sede alone, and
// of its titolario the benefit alone.
constexpr const char* kCodiceIpa = "inps";
constexpr const char* kDenominazione = "Istituto nazionale della previdenza sociale";
constexpr const char* kCodiceFiscale = "80078750587";
constexpr const char* kRegistro = "PROTOCOLLO";
constexpr const char* kVoce = "Integrazione salariale ordinaria";
constexpr const char* kCodiceVoce = "CIGO";

void add_identifier(xmlNode* parent, const char* name, const Identificatore& what) {
  xmlNode* node = child(parent, name);
  qualified_attribute(child(node, "CodiceAmministrazione", kCodiceIpa), "descrizione", kDenominazione);
  qualified_attribute(child(node, "CodiceAOO", what.aoo), "descrizione", "Sede " + what.aoo);
  child(node, "CodiceRegistro", kRegistro);
  child(node, "NumeroRegistrazione", what.numero);
  child(node, "DataRegistrazione", what.giorno);
  if (!what.ora.empty()) child(node, "OraRegistrazione", what.ora);
}

void add_subject(xmlNode* parent, const char* name, const std::string& oggetto) {
  child(parent, name, oggetto);
  xmlNode* classification = child(parent, "Classifica");
  child(classification, "Denominazione", kVoce);
  child(classification, "CodiceFlat", kCodiceVoce);
}

// No addresses: the schema wants six digits of a CAP, which has five.
struct Party {
  xmlNode* node;

  void operator()(const Ufficio& office) const {
    xmlNode* out = child(node, "Amministrazione");
    child(out, "DenominazioneAmministrazione", kDenominazione);
    child(out, "CFAmministrazione", kCodiceFiscale);
    child(out, "CodiceIPAAmministrazione", kCodiceIpa);
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

}  // namespace

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
  add_subject(head, "Oggetto", segnatura.oggetto);
  if (segnatura.riferimento) {
    xmlNode* reference = child(root, "Riferimenti");
    add_identifier(reference, "Identificatore", segnatura.riferimento->identificatore);
    add_subject(reference, "Oggetto", segnatura.riferimento->oggetto);
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
