// The kinds of segnatura that the office makes, against the rules of segnatura_protocollo.xsd 3.0.0 (AgID, allegato 6) written
// here again as a table: which elements, in which order, how many, and how their text is written. With OMNIA_SEGNATURE=FOLDER
// each is left there as a file, for whoever has the schema: xmllint --noout --schema segnatura_protocollo.xsd FOLDER/*.xml
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>

#include "server/documents/segnatura.hpp"
#include "server/documents/xml.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::documents;
using omnia::tests::TemporaryFolder;

constexpr std::int64_t kNow = 1764500000;  // in November 2025
constexpr const char* kInstant = "2026-11-24T10:00:00+01:00";

// Content of an element: `children` as an expression over "Name " of each child, or `text` when it has none.
struct Rule {
  const char* children;
  const char* text;
  const char* attributes;  // those that must be there, and those that may: "name name? "
};
constexpr const char* kAny = "[\\s\\S]*";
constexpr const char* kDay = "\\d{4}-\\d\\d-\\d\\d";
constexpr const char* kIdentifier =
    "CodiceAmministrazione CodiceAOO CodiceRegistro NumeroRegistrazione DataRegistrazione (OraRegistrazione )?";
constexpr const char* kSubject = "(Amministrazione |PersonaGiuridica |PersonaFisica )";
constexpr const char* kDocument = "(Descrizione )?Impronta ";

const std::map<std::string, Rule> kRules = {
    {"SegnaturaInformatica", {"Intestazione (Riferimenti )?Descrizione Signature ", "", "(versione=3\\.0\\.0 lang=it )"}},
    {"SegnaturaInformatica/Intestazione", {"Identificatore (PrimaRegistrazione )?Oggetto Classifica ", "", ""}},
    {"SegnaturaInformatica/Riferimenti", {"Identificatore Oggetto Classifica ", "", ""}},
    {"SegnaturaInformatica/Descrizione", {"Mittente (Destinatario )+DocumentoPrimario (Allegato )*", "", ""}},
    {"Identificatore", {kIdentifier, "", ""}},
    {"PrimaRegistrazione", {kIdentifier, "", ""}},
    {"CodiceAmministrazione", {"", "[A-Za-z0-9_.-]+", "(descrizione=.+ )?"}},
    {"CodiceAOO", {"", "[A-Za-z0-9_.-]+", "(descrizione=.+ )?"}},
    {"CodiceRegistro", {"", "[A-Za-z0-9_.-]{1,16}", ""}},
    {"NumeroRegistrazione", {"", "[0-9]{7,}", ""}},
    {"DataRegistrazione", {"", kDay, ""}},
    {"OraRegistrazione", {"", "\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d", ""}},
    {"Oggetto", {"", "[\\s\\S]+", ""}},
    {"Classifica", {"Denominazione CodiceFlat ", "", ""}},
    {"Denominazione", {"", kAny, ""}},
    {"CodiceFlat", {"", "[\\s\\S]+", ""}},
    {"Mittente", {kSubject, "", ""}},
    {"Destinatario", {kSubject, "", "confermaRicezione=(true|false) "}},
    {"Amministrazione", {"DenominazioneAmministrazione CFAmministrazione CodiceIPAAmministrazione CodiceIPAAOO ", "", ""}},
    {"DenominazioneAmministrazione", {"", "[\\s\\S]+", ""}},
    {"CFAmministrazione", {"", "[0-9]{11}", ""}},
    {"CodiceIPAAmministrazione", {"", "[A-Za-z0-9_.-]+", ""}},
    {"CodiceIPAAOO", {"", "[A-Za-z0-9_.-]+", ""}},
    {"PersonaGiuridica", {"Denominazione (PIVAoCF )?", "", ""}},
    {"PIVAoCF", {"", "[0-9]{11}", ""}},
    {"PersonaFisica", {"Nome Cognome CodiceFiscale ", "", ""}},
    {"Nome", {"", kAny, ""}},
    {"Cognome", {"", kAny, ""}},
    {"CodiceFiscale", {"", "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]", ""}},
    {"DocumentoPrimario", {kDocument, "", "nomeFile=[\\s\\S]+ mimeType=[a-z]+/[a-z0-9.+-]+ "}},
    {"Allegato", {kDocument, "", "nomeFile=[\\s\\S]+ mimeType=[a-z]+/[a-z0-9.+-]+ "}},
    {"Descrizione", {"", "[\\s\\S]+", ""}},
    {"Impronta", {"", "[A-Za-z0-9+/]{43}=", "algoritmo=SHA-256 "}},
};

std::string string_of(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

std::string owned(xmlChar* text) {
  std::string out = string_of(text);
  xmlFree(text);
  return out;
}

const Rule* rule_of(const xmlNode* node) {
  std::string path = string_of(node->name);
  if (node->parent != nullptr && node->parent->type == XML_ELEMENT_NODE) {
    const auto nested = kRules.find(string_of(node->parent->name) + "/" + path);
    if (nested != kRules.end()) return &nested->second;
  }
  const auto found = kRules.find(path);
  return found == kRules.end() ? nullptr : &found->second;
}

void check(const xmlNode* node) {
  const std::string name = string_of(node->name);
  if (name == "Signature") return;  // xmlsec1 judges it in the tests of the API
  BOOST_TEST_CONTEXT(name) {
    BOOST_TEST(string_of(node->ns->href) == "http://www.agid.gov.it/protocollo/");
    const Rule* rule = rule_of(node);
    BOOST_REQUIRE_MESSAGE(rule != nullptr, "an element that the schema does not know");
    std::string attributes;
    for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) {
      BOOST_REQUIRE(at->ns != nullptr);  // attributeFormDefault="qualified"
      attributes += string_of(at->name) + "=" + owned(xmlNodeGetContent(at->children)) + " ";
    }
    BOOST_TEST(std::regex_match(attributes, std::regex(rule->attributes)), attributes);
    std::string children;
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
      if (at->type == XML_ELEMENT_NODE) children += string_of(at->name) + " ";
    }
    BOOST_TEST(std::regex_match(children, std::regex(rule->children)), children);
    if (*rule->children == '\0') BOOST_TEST(std::regex_match(owned(xmlNodeGetContent(node)), std::regex(rule->text)));
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
      if (at->type == XML_ELEMENT_NODE) check(at);
    }
  }
}

Identificatore entry(const std::string& numero) {
  return {"inps", "4900", "Sede 4900", "PROTOCOLLO", numero, "2026-11-24", "10:00:00+01:00"};
}

Segnatura of_domanda(const Soggetto& mittente) {
  Segnatura out;
  out.identificatore = entry("0000001");
  out.oggetto = "Domanda di integrazione salariale ordinaria, matricola 4900000000";
  out.classifica = {"CIGO", "Integrazione salariale ordinaria"};
  out.mittente = mittente;
  out.destinatario = Ufficio{"inps", "4900"};
  out.primario = {"domanda.json", "application/json", "Domanda", std::string(64, 'a')};
  return out;
}

Segnatura of_act() {
  Segnatura out = of_domanda(Ufficio{"inps", "4900"});
  out.identificatore = entry("12345678");  // more than seven digits
  out.riferimento = Segnatura::Riferimento{entry("0000001"), "Domanda & <altro>", out.classifica};
  out.destinatario = soggetto_di("SOCIETÀ \"D'AMICO\" & FIGLI <SRL>", "01234567890");
  out.primario = {"provvedimento.pdf", "application/pdf", "Accoglimento", std::string(64, '0')};
  return out;
}

std::map<std::string, Segnatura> kinds() {
  std::map<std::string, Segnatura> out;
  out["domanda"] = of_domanda(soggetto_di("OFFICINE SRL", "01234567890"));
  out["domanda-con-allegati"] = out["domanda"];
  for (const char* name : {"relazione.pdf", "Perché «così» & <poi> \"qui\" 'lì'.pdf", "寫.pdf"})
    out["domanda-con-allegati"].allegati.push_back({name, "application/pdf", "", std::string(64, 'f')});
  out["prima-registrazione"] = out["domanda"];
  auto before = entry("0001234");
  before.ora.clear();  // the old procedure printed the day alone
  out["prima-registrazione"].prima_registrazione = before;
  out["impresa-individuale"] = of_domanda(soggetto_di("OFFICINA XQUHI DI XQUHI WEHAHO", "XQHWHH80A01H500X"));
  out["impresa-individuale-senza-nomi"] = of_domanda(soggetto_di("OFFICINA & DEL <PORTO>", "XQHWHH80A01H500X"));
  out["ente-senza-codice"] = of_domanda(Ente{"COMITATO D’ESEMPIO", ""});
  out["nomi-difficili"] = of_domanda(soggetto_di("CAFFÈ \"L'ANGOLO\" & C. <S.N.C.> ÆØ €", "01234567890"));
  out["provvedimento"] = of_act();
  out["richiesta"] = of_act();
  out["richiesta"].primario = {"richiesta-INPS.4900.24-11-2026.0000002.pdf", "application/pdf", "Richiesta di integrazione",
                               std::string(64, 'b')};
  out["provvedimento-impresa-individuale"] = of_act();
  out["provvedimento-impresa-individuale"].destinatario = soggetto_di("DE XQHI MARIA WANNA", "DXQMWN80A01H500X");
  out["registro-della-sede"] = out["domanda"];
  out["registro-della-sede"].identificatore = {"ente_altro", "AOO1", "", "PROT-4900", "0000001", "2026-02-28", ""};
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(documents_segnatura_schema)

BOOST_AUTO_TEST_CASE(every_kind_of_segnatura_keeps_the_rules_of_the_schema) {
  const TemporaryFolder folder;
  const Sigillo seal = Sigillo::dimostrativo(folder.file("sigillo.pem"), kNow);
  const char* kept = std::getenv("OMNIA_SEGNATURE");
  for (const auto& [name, segnatura] : kinds()) {
    BOOST_TEST_CONTEXT(name) {
      const std::string text = write_segnatura(segnatura, seal, kInstant);
      const xml::Doc doc = xml::parse(text);
      BOOST_REQUIRE(doc != nullptr);
      check(xmlDocGetRootElement(doc.get()));
      if (kept != nullptr) std::ofstream(std::string(kept) + "/" + name + ".xml") << text;
    }
  }
}

BOOST_AUTO_TEST_CASE(what_was_written_is_what_is_read_whatever_its_characters) {
  const TemporaryFolder folder;
  const Sigillo seal = Sigillo::dimostrativo(folder.file("sigillo.pem"), kNow);
  const xml::Doc doc = xml::parse(write_segnatura(kinds().at("domanda-con-allegati"), seal, kInstant));
  std::vector<std::string> names;
  const xmlNode* body = xmlDocGetRootElement(doc.get())->children->next;
  for (const xmlNode* at = body->children; at != nullptr; at = at->next) {
    if (string_of(at->name) == "Allegato") names.push_back(owned(xmlGetProp(at, reinterpret_cast<const xmlChar*>("nomeFile"))));
  }
  const std::vector<std::string> expected = {"relazione.pdf", "Perché «così» & <poi> \"qui\" 'lì'.pdf", "寫.pdf"};
  BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
