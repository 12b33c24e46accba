#include "server/identity/oidc/providers.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/identity/oidc/fetch.hpp"
#include "server/identity/oidc/jose.hpp"

namespace omnia::identity::oidc {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

[[noreturn]] void wrong(const std::string& file, const std::string& what) {
  throw std::runtime_error("Nel file dei fornitori di identità «" + file + "» " + what);
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || fs::is_directory(path)) {
    throw std::runtime_error("Il file «" + path.string() +
                             "» non si legge: controlla che esista e che il servizio possa leggerlo.");
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

// One object of the file; every word that is not known is refused, so that a slip of the pen is not a default in silence.
class Section {
 public:
  Section(const json& object, const std::string& file, std::string where)
      : object_(object), file_(file), where_(std::move(where)) {
    if (!object.is_object())
      wrong(file, where_.empty() ? "il contenuto non è un oggetto." : "«" + where_ + "» non è un oggetto.");
    if (!where_.empty()) where_ += ".";
  }
  std::string text(const char* name, const char* fallback = nullptr) {
    known_.push_back(name);
    const auto found = object_.find(name);
    if (found == object_.end() && fallback != nullptr) return fallback;
    if (found == object_.end() || !found->is_string() || found->get_ref<const std::string&>().empty()) {
      wrong(file_, "manca «" + where_ + name + "»: aggiungilo, è un testo.");
    }
    return found->get<std::string>();
  }
  std::vector<std::string> texts(const char* name, std::vector<std::string> fallback) {
    known_.push_back(name);
    const auto found = object_.find(name);
    if (found == object_.end()) return fallback;
    if (!found->is_array() || found->empty() ||
        !std::all_of(found->begin(), found->end(), [](const json& one) { return one.is_string(); })) {
      wrong(file_, "«" + where_ + name + "» non è un elenco di testi.");
    }
    return found->get<std::vector<std::string>>();
  }
  const json& object(const char* name) {
    known_.push_back(name);
    const auto found = object_.find(name);
    if (found == object_.end()) wrong(file_, "manca «" + where_ + name + "».");
    return *found;
  }
  void end() const {
    for (const auto& [name, value] : object_.items()) {
      if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
        wrong(file_, "la voce «" + where_ + name + "» non esiste: toglila o correggi il nome.");
      }
    }
  }

 private:
  const json& object_;
  const std::string& file_;
  std::string where_;
  std::vector<std::string> known_;
};

std::string private_key(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    throw std::runtime_error("La chiave privata «" + path.string() + "» è leggibile da altri: esegui chmod 600 sul file.");
  }
  std::string jwk = read(path);
  if (!is_private_jwk(jwk)) {
    throw std::runtime_error("La chiave privata «" + path.string() +
                             "» non è una chiave JWK privata RSA (almeno 2048 bit) o EC con «kid».");
  }
  return jwk;
}

std::vector<Ruolo> roles(const std::vector<std::string>& words, const std::string& file, const std::string& where) {
  std::vector<Ruolo> found;
  for (const auto& word : words) {
    const auto ruolo = parse_ruolo(word);
    if (!ruolo) wrong(file, fmt::format("«{}.ruoli» contiene «{}», che non è un ruolo.", where, word));
    found.push_back(*ruolo);
  }
  return found;
}

Fornitore provider(const json& object, const std::string& file, const std::string& where) {
  Section section(object, file, where);
  Fornitore out;
  out.id = section.text("id");
  out.nome = section.text("nome");
  out.issuer = section.text("issuer");
  out.client_id = section.text("client_id");
  out.alg = section.text("alg", "RS256");
  out.ambiti = section.text("ambiti", "openid profile");
  out.algoritmi = section.texts("algoritmi", {"RS256", "ES256"});
  out.acr = section.texts("acr", {});
  out.prefisso = section.text("prefisso_codice_fiscale", "");
  out.ruoli = roles(section.texts("ruoli", {}), file, where);
  Section names(section.object("attributi"), file, where + ".attributi");
  out.attributi = {names.text("codice_fiscale"), names.text("nome"), names.text("cognome")};
  names.end();
  out.chiave = private_key(fs::path(file).parent_path() / section.text("chiave"));
  const std::string at_hash = section.text("at_hash", "se_presente");
  section.end();
  out.esige_at_hash = at_hash == "obbligatorio";
  if (!out.esige_at_hash && at_hash != "se_presente")
    wrong(file, "«" + where + ".at_hash» è «obbligatorio» oppure «se_presente»: correggilo.");
  if (out.acr.empty()) wrong(file, "manca «" + where + ".acr»: elenca i livelli ammessi, per esempio SPID 2 e 3.");
  if (out.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
    wrong(file, "«" + where + ".id» ammette solo lettere minuscole, cifre e trattini.");
  }
  if (!is_safe_address(out.issuer)) wrong(file, "«" + where + ".issuer» deve cominciare con https://.");
  for (const auto& alg : out.algoritmi) {
    if (!is_signature_algorithm(alg)) wrong(file, fmt::format("«{}.algoritmi» contiene «{}», che non è ammesso.", where, alg));
  }
  if (!is_signature_algorithm(out.alg)) wrong(file, "«" + where + ".alg» non è un algoritmo ammesso.");
  return out;
}

}  // namespace

const Fornitore* Fornitori::find(std::string_view id) const {
  const auto found = std::find_if(elenco.begin(), elenco.end(), [&](const Fornitore& one) { return one.id == id; });
  return found == elenco.end() ? nullptr : &*found;
}

Fornitori load_providers(const std::string& file) {
  const json all = json::parse(read(file), nullptr, false);
  if (all.is_discarded()) wrong(file, "il JSON non è leggibile: controlla virgole e parentesi.");
  Section section(all, file, "");
  Fornitori out;
  out.indirizzo = section.text("indirizzo");
  if (!is_safe_address(out.indirizzo) || out.indirizzo.back() == '/') {
    wrong(file, "«indirizzo» è l’indirizzo pubblico del servizio: deve cominciare con https:// e finire senza barra.");
  }
  const json& list = section.object("fornitori");
  section.end();
  if (!list.is_array() || list.empty()) wrong(file, "«fornitori» è vuoto: indicane almeno uno.");
  for (std::size_t i = 0; i < list.size(); ++i) {
    Fornitore one = provider(list[i], file, "fornitori[" + std::to_string(i) + "]");
    if (out.find(one.id) != nullptr) wrong(file, "il fornitore «" + one.id + "» compare due volte.");
    out.elenco.push_back(std::move(one));
  }
  return out;
}

bool admits(const Fornitore& fornitore, Ruolo ruolo) {
  return fornitore.ruoli.empty() || std::find(fornitore.ruoli.begin(), fornitore.ruoli.end(), ruolo) != fornitore.ruoli.end();
}

}  // namespace omnia::identity::oidc
