#include "wasm-client/app/documents.hpp"

#include <algorithm>

#include "shared/csv/encoding.hpp"
#include "shared/norms/sha256.hpp"
#include "wasm-client/app/editing.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

constexpr std::size_t kMaxName = 120;
constexpr std::size_t kPdfTail = 2048;  // where the end mark of a PDF must be

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

bool ends_with(std::string_view text, std::string_view ending) {
  if (text.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), text.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == b || (b >= 'A' && b <= 'Z' && a == b - 'A' + 'a'); });
}

// The name goes back in a header and on a disk of the office.
std::string safe_name(std::string name) {
  for (char& c : name) {
    const bool bad = static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '\\' || c == '"' || c == 0x7F;
    if (bad) c = '_';
  }
  if (!name.empty() && name.front() == '.') name.front() = '_';
  if (name.size() <= kMaxName) return name;
  // The ending says what it is: it stays. Not in the middle of a letter.
  const auto dot = name.rfind('.');
  const std::string ending = dot == std::string::npos || name.size() - dot > 8 ? std::string() : name.substr(dot);
  std::size_t keep = kMaxName - ending.size();
  while (keep > 0 && (static_cast<unsigned char>(name[keep]) & 0xC0U) == 0x80U) --keep;
  return name.substr(0, keep) + ending;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U; };
    const unsigned three = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
    out += kLetters[three >> 18U & 63U];
    out += kLetters[three >> 12U & 63U];
    out += i + 1 < bytes.size() ? kLetters[three >> 6U & 63U] : '=';
    out += i + 2 < bytes.size() ? kLetters[three & 63U] : '=';
  }
  return out;
}

// What is wrong with a chosen file; "" when it can be taken.
std::string refusal(const FileChosen& file, const std::string& type, bool pdf_only) {
  const norms::Words name = {{"nome", file.nome}};
  if (file.dimensione > kMaxDocument)
    return t("documento.troppo_grande", {{"nome", file.nome}, {"massimo", size_text(kMaxDocument)}});
  if (file.dimensione == 0) return t("documento.vuoto", name);
  if (pdf_only && type != "application/pdf") return t("documento.non_pdf", name);
  if (type.empty()) return t("documento.tipo", name);
  if (type != "application/pdf") return {};
  const std::string defect = pdf_defect(file.bytes);
  return defect.empty() ? std::string() : t("documento.difetto", {{"nome", file.nome}, {"difetto", defect}});
}

StoreFile stored(const domain::Draft& draft, const std::string& hash, const FileChosen& file) {
  return {draft.id + "/" + hash, base64(file.bytes)};
}

Effects report_chosen(Model& model, const std::string&, const FileChosen& file) {
  if (!model.scrivania) return {};
  Scrivania& desk = *model.scrivania;
  desk.documenti.errore_relazione = refusal(file, content_type(file.bytes, file.nome), true);
  if (!desk.documenti.errore_relazione.empty()) return {FocusNode{kReportFile}};
  auto& report = desk.bozza.draft.relazione;
  report.pdf_nome = safe_name(file.nome);
  report.pdf_dimensione.value = domain::Count{file.dimensione};
  report.pdf_dimensione.testo.clear();
  report.pdf_impronta = norms::sha256_hex(file.bytes);
  desk.bozza.toccati.insert(kReportFile);
  Effects effects = changed(model);
  effects.push_back(stored(model.scrivania->bozza.draft, report.pdf_impronta, file));
  return effects;
}

Effects document_chosen(Model& model, const std::string&, const FileChosen& file) {
  if (!model.scrivania) return {};
  Scrivania& desk = *model.scrivania;
  domain::Draft& draft = desk.bozza.draft;
  const std::string type = content_type(file.bytes, file.nome);
  desk.documenti.errore = refusal(file, type, false);
  const std::string hash = desk.documenti.errore.empty() ? norms::sha256_hex(file.bytes) : std::string();
  const bool present =
      std::any_of(draft.allegati.begin(), draft.allegati.end(), [&](const auto& one) { return one.impronta == hash; });
  if (desk.documenti.errore.empty() && present) desk.documenti.errore = t("documento.presente", {{"nome", file.nome}});
  if (desk.documenti.errore.empty() && attached(draft).size() >= kMaxDocuments) desk.documenti.errore = t("documento.troppi");
  if (!desk.documenti.errore.empty()) return {FocusNode{kDocumentFile}};
  draft.allegati.push_back({safe_name(file.nome), type, desk.documenti.categoria, file.dimensione, hash});
  Effects effects = changed(model);
  effects.push_back(stored(draft, hash, file));
  return effects;
}

// The bytes stay with the page until the draft goes: taking a document off can be undone.
Effects take_off(Model& model, const std::string& argument) {
  if (!model.scrivania) return {};
  auto& list = model.scrivania->bozza.draft.allegati;
  const auto index = static_cast<std::size_t>(std::strtoul(argument.c_str(), nullptr, 10));
  if (index >= list.size()) return {};
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
  Effects effects = changed(model);
  effects.push_back(FocusNode{kDocumentFile});
  return effects;
}

Effects choose_kind(Model& model, const std::string&, const std::string& text, bool) {
  if (model.scrivania) model.scrivania->documenti.categoria = text;
  return {};
}

}  // namespace

std::string content_type(std::string_view bytes, std::string_view nome) {
  if (starts_with(bytes, "%PDF-")) return "application/pdf";
  if (starts_with(bytes, "\x89PNG\r\n\x1a\n")) return "image/png";
  if (starts_with(bytes, "\xFF\xD8\xFF")) return "image/jpeg";
  if (bytes.empty() || bytes.find('\0') != std::string_view::npos || !csv::is_utf8(bytes)) return {};
  if (ends_with(nome, ".csv")) return "text/csv";
  if (ends_with(nome, ".xml")) return "application/xml";
  return ends_with(nome, ".txt") ? "text/plain" : std::string();
}

// As far as can be told without reading the whole structure: the trailer is never compressed, so a lock shows there.
std::string pdf_defect(std::string_view bytes) {
  const std::string_view tail = bytes.substr(bytes.size() > kPdfTail ? bytes.size() - kPdfTail : 0);
  if (tail.find("%%EOF") == std::string_view::npos) return t("documento.pdf_incompleto");
  constexpr std::string_view kLock = "/Encrypt";
  for (auto at = bytes.find(kLock); at != std::string_view::npos; at = bytes.find(kLock, at + 1)) {
    const char next = at + kLock.size() < bytes.size() ? bytes[at + kLock.size()] : ' ';
    if (next == ' ' || next == '\r' || next == '\n' || next == '<') return t("documento.pdf_protetto");
  }
  return {};
}

std::string size_text(std::int64_t bytes) {
  constexpr std::int64_t kMega = std::int64_t{1024} * 1024;
  if (bytes < kMega) return std::to_string((bytes + 1023) / 1024) + " kB";
  const std::int64_t tenths = bytes * 10 / kMega;
  return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + " MB";
}

std::vector<Allegato> attached(const domain::Draft& draft) {
  std::vector<Allegato> out;
  const auto& report = draft.relazione;
  if (report.modalita == domain::ModalitaRelazione::pdf && !report.pdf_nome.empty()) {
    out.push_back({report.pdf_nome, "application/pdf", draft.id + "/" + report.pdf_impronta});
  }
  for (const auto& one : draft.allegati) out.push_back({one.nome, one.tipo, draft.id + "/" + one.impronta});
  return out;
}

Subject documents_subject() {
  Subject subject{{{"documento.togli", take_off}}, {{"documento.categoria", choose_kind}}, {}};
  subject.files = {{kReportFile, report_chosen}, {kDocumentFile, document_chosen}};
  return subject;
}

}  // namespace omnia::app
