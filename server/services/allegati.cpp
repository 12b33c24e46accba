#include "server/services/allegati.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/identity/secrets.hpp"
#include "server/services/refusal.hpp"

namespace omnia::services {
namespace {

using nlohmann::json;

[[noreturn]] void refuse(const char* codice, const std::string& testo, const std::string& rimedio, const std::string& campo) {
  throw Refusal(Esito::non_accettabile, codice, testo, rimedio, campo);
}

bool starts_with(std::string_view bytes, std::string_view prefix) { return bytes.substr(0, prefix.size()) == prefix; }

// Length of the UTF-8 sequence at `at`, 0 when it is not well formed (overlong, surrogate, beyond U+10FFFF, cut).
std::size_t utf8_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return tail(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned second = byte(at + 1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return tail(at + 1) && tail(at + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned second = byte(at + 1);
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return tail(at + 1) && tail(at + 2) && tail(at + 3) ? 4 : 0;
  }
  return 0;
}

bool is_text(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return false;
    const std::size_t length = utf8_length(bytes, i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

// The name goes back in a header and on a disk: no path, no control character.
bool good_name(std::string_view name) {
  return !name.empty() && name.size() <= 120 && is_text(name) && name.front() != '.' &&
         name.find_first_of("/\\\"\r\n\t") == std::string_view::npos;
}

std::string text_field(const json& object, const char* key, const std::string& campo) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) {
    refuse("allegato.forma", fmt::format("Nell’allegato manca il testo «{}».", key), "Invia nome, tipo e contenuto_base64.",
           campo + "." + key);
  }
  return found->get<std::string>();
}

void check_pdf(const PdfCheck& check, const store::AllegatoDaSalvare& allegato, const std::string& campo) {
  const std::string& nome = allegato.nome;
  switch (check.examine(allegato.contenuto)) {
    case EsitoPdf::buono:
      return;
    case EsitoPdf::cifrato:
      refuse("allegato.pdf_cifrato", fmt::format("Il PDF «{}» è protetto: la Sede non potrebbe leggerlo.", nome),
             "Salvalo senza password né restrizioni e allegalo di nuovo.", campo);
    case EsitoPdf::danneggiato:
      refuse("allegato.pdf_danneggiato", fmt::format("Il PDF «{}» è danneggiato.", nome),
             "Aprilo, salvalo di nuovo come PDF e allegalo.", campo);
    case EsitoPdf::troppe_pagine:
      refuse("allegato.pdf_pagine", fmt::format("Il PDF «{}» ha più di 2.000 pagine.", nome),
             "Allega soltanto le pagine che servono alla domanda.", campo);
    case EsitoPdf::attivo:
      refuse("allegato.pdf_attivo", fmt::format("Il PDF «{}» contiene programmi.", nome),
             "Stampalo su un nuovo PDF e allega quello.", campo);
    case EsitoPdf::non_verificabile:
      refuse("allegato.pdf_non_verificabile", fmt::format("Il PDF «{}» non si può controllare: è troppo complesso.", nome),
             "Stampalo su un nuovo PDF e allega quello.", campo);
  }
}

void check_virus(const Antivirus& antivirus, store::AllegatoDaSalvare& allegato, const std::string& campo) {
  if (!antivirus.active()) return;
  std::string firma;
  switch (antivirus.examine(allegato.contenuto, firma)) {
    case EsitoAntivirus::pulito:
      allegato.antivirus = "pulito";
      return;
    case EsitoAntivirus::infetto:
      refuse("allegato.infetto", fmt::format("L’antivirus ha trovato «{}» in «{}».", firma, allegato.nome),
             "Controlla il tuo computer e allega un file pulito.", campo);
    case EsitoAntivirus::non_risponde:
      throw Refusal(Esito::sovraccarico, "allegato.antivirus", "L’antivirus non risponde: gli allegati non si possono ricevere.",
                    "Riprova tra qualche minuto.", campo);
  }
}

store::AllegatoDaSalvare read_one(const json& object, const std::string& campo, const ControlliAllegati& controlli) {
  if (!object.is_object())
    refuse("allegato.forma", "L’allegato non è un oggetto.", "Invia nome, tipo e contenuto_base64.", campo);
  store::AllegatoDaSalvare allegato;
  allegato.nome = text_field(object, "nome", campo);
  const std::string declared = text_field(object, "tipo", campo);
  auto bytes = identity::from_base64(object.contains("contenuto_base64") && object["contenuto_base64"].is_string()
                                         ? object["contenuto_base64"].get_ref<const std::string&>()
                                         : text_field(object, "contenuto_base64", campo));
  if (!good_name(allegato.nome)) {
    refuse("allegato.nome", "Il nome dell’allegato non è ammesso.",
           "Usa al massimo 120 caratteri, senza barre, virgolette e a capo.", campo + ".nome");
  }
  if (!bytes) {
    refuse("allegato.base64", fmt::format("Il contenuto di «{}» non è base64 valido.", allegato.nome), "Allega di nuovo il file.",
           campo + ".contenuto_base64");
  }
  if (bytes->empty() || bytes->size() > kMaxAllegato) {
    refuse("allegato.dimensione", fmt::format("L’allegato «{}» è vuoto o supera 5 MiB.", allegato.nome),
           "Allega un file non vuoto di al massimo 5 MiB.", campo);
  }
  allegato.tipo = content_type_of(*bytes, declared);
  if (allegato.tipo.empty() || allegato.tipo != (declared == "text/xml" ? "application/xml" : declared)) {
    refuse("allegato.tipo", fmt::format("Il contenuto di «{}» non è del tipo dichiarato.", allegato.nome),
           "Allega un PDF, un’immagine PNG o JPEG, oppure un testo XML, CSV o TXT in UTF-8.", campo + ".tipo");
  }
  allegato.impronta = identity::sha256_hex(*bytes);
  allegato.contenuto = std::move(*bytes);
  check_virus(controlli.antivirus, allegato, campo);
  if (allegato.tipo == "application/pdf") check_pdf(controlli.pdf, allegato, campo);
  return allegato;
}

}  // namespace

std::string content_type_of(std::string_view bytes, std::string_view declared) {
  if (starts_with(bytes, "%PDF-")) return "application/pdf";
  if (starts_with(bytes, "\x89PNG\r\n\x1a\n")) return "image/png";
  if (starts_with(bytes, "\xFF\xD8\xFF")) return "image/jpeg";
  if (!is_text(bytes)) return {};
  if (declared == "text/xml" || declared == "application/xml") return "application/xml";
  if (declared == "text/csv" || declared == "text/plain") return std::string(declared);
  return {};
}

std::vector<store::AllegatoDaSalvare> read_allegati(const json& allegati, const ControlliAllegati& controlli) {
  std::vector<store::AllegatoDaSalvare> found;
  if (allegati.is_null()) return found;
  if (!allegati.is_array())
    refuse("allegato.forma", "Gli allegati non sono un elenco.", "Invia un elenco di allegati.", "allegati");
  if (allegati.size() > kMaxAllegati) {
    refuse("allegato.numero", "Gli allegati sono più di 10.", "Unisci i documenti e allegane al massimo 10.", "allegati");
  }
  for (std::size_t i = 0; i < allegati.size(); ++i)
    found.push_back(read_one(allegati[i], fmt::format("allegati[{}]", i), controlli));
  return found;
}

}  // namespace omnia::services
