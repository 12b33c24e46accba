// Unit of work: one file, one transaction. A file is remembered by its hash in the same transaction that writes its content,
// so after a kill "known" and "written" cannot differ, and the import goes on from the first file that is not known. A unit
// smaller than the file (one Azienda) would leave a malformed file half read. The bytes are copied to a temporary file and
// checked for form before the writer thread is asked for anything, so a slow or hostile sender never holds it.
#include "server/uniemens/import.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "server/store/import_store.hpp"
#include "server/uniemens/registry_files.hpp"
#include "server/uniemens/spool.hpp"
#include "server/uniemens/store_sink.hpp"

namespace omnia::uniemens {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = std::size_t{64} * 1024;
constexpr std::int64_t kMiB = std::int64_t{1024} * 1024;

// The first look at a file: only its form.
class FormCheck : public XmlHandler {
 public:
  void start(std::string_view, const char**, std::int64_t) override {}
  void end() override {}
  void text(std::string_view) override {}
  void interruption() override {}
};

Difetto too_big(std::int64_t limite) {
  return {0, "file.dimensione",
          "Il file supera " + std::to_string(limite / kMiB) + " MiB: dividilo in più file e inviali uno alla volta."};
}

// Copies, hashes and checks the form in one pass. Throws FileRifiutato.
std::string receive(const Source& source, std::int64_t limite, Spool& spool) {
  FormCheck check;
  XmlReader reader(check);
  std::array<char, kPiece> piece{};
  std::int64_t total = 0;
  while (const std::size_t n = source(piece.data(), piece.size())) {
    total += static_cast<std::int64_t>(n);
    if (total > limite) throw FileRifiutato(too_big(limite));
    spool.append(piece.data(), n);
    if (!reader.feed(piece.data(), n)) throw FileRifiutato(*reader.defect());
  }
  if (!reader.finish()) throw FileRifiutato(*reader.defect());
  return spool.finish();
}

void read_flow(Spool& spool, FlowSink& sink) {
  FlowReader flow(sink);
  XmlReader reader(flow);
  std::array<char, kPiece> piece{};
  while (const std::size_t n = spool.read(piece.data(), piece.size())) {
    if (!reader.feed(piece.data(), n)) throw FileRifiutato(*reader.defect());
  }
  if (!reader.finish()) throw FileRifiutato(*reader.defect());
}

void add(ImportReport& total, const ImportReport& part) {
  total.file_letti += part.file_letti;
  total.file_gia_noti += part.file_gia_noti;
  total.file_rifiutati += part.file_rifiutati;
  total.aziende += part.aziende;
  total.denunce += part.denunce;
  total.lavoratori_nuovi += part.lavoratori_nuovi;
  total.eventi += part.eventi;
  total.righe_csv += part.righe_csv;
  total.sezioni_saltate += part.sezioni_saltate;
  const std::int64_t missing = part.rifiuti_totali - static_cast<std::int64_t>(part.rifiuti.size());
  for (const Rifiuto& r : part.rifiuti) add_refusal(total, r.file, {r.riga, r.codice, r.motivo});
  total.rifiuti_totali += missing;
}

ImportReport refused(const std::string& nome, const Difetto& difetto) {
  ImportReport report;
  report.file_rifiutati = 1;
  add_refusal(report, nome, difetto);
  return report;
}

ImportReport known() {
  ImportReport report;
  report.file_gia_noti = 1;
  return report;
}

ImportReport write_flow(store::Connection& db, const std::string& nome, const std::string& impronta, Spool& spool,
                        const ImportOptions& options) {
  if (store::is_file_importato(db, impronta)) return known();
  ImportReport report;
  StoreSink sink(db, nome, impronta, options, report);
  read_flow(spool, sink);
  const bool nothing = report.aziende == 0 && report.rifiuti_totali > 0;
  (nothing ? report.file_rifiutati : report.file_letti) = 1;
  if (!sink.dipende_dallo_stato()) {
    store::insert_file_importato(db,
                                 {impronta, nome, "uniemens", report.denunce, report.rifiuti_totali, options.chi, options.ruolo});
  }
  return report;
}

// Undoes the transaction of a CSV file with wrong rows, carrying them out.
struct RigheErrate {
  std::vector<csv::Difetto> difetti;
};

ImportReport write_csv(store::Connection& db, TipoCsv tipo, const std::string& nome, std::string bytes) {
  Impronta hash;
  hash.add(bytes.data(), bytes.size());
  const std::string impronta = hash.finish();
  if (store::is_file_importato(db, impronta)) return known();
  CsvEsito esito = import_csv(db, tipo, std::move(bytes));
  if (!esito.difetti.empty()) throw RigheErrate{std::move(esito.difetti)};
  // A registry file states how things are now: an older one read again after a newer one counts again.
  store::forget_file_importati(db, csv_name(tipo));
  store::insert_file_importato(db, {impronta, nome, csv_name(tipo), esito.righe, 0});
  ImportReport report;
  report.file_letti = 1;
  report.righe_csv = esito.righe;
  return report;
}

ImportReport import_csv_file(store::Db& db, TipoCsv tipo, const std::string& path, const ImportOptions& options) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (!error && static_cast<std::int64_t>(size) > options.limite_byte) return refused(path, too_big(options.limite_byte));
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in.is_open()) return refused(path, {0, "file.lettura", "Il file non si può leggere: verifica i permessi."});
  try {
    return db.write([&](store::Connection& w) { return write_csv(w, tipo, path, std::move(bytes)); });
  } catch (const FileRifiutato& e) {
    return refused(path, e.difetto);
  } catch (const RigheErrate& e) {
    ImportReport report;
    report.file_rifiutati = 1;
    for (const auto& d : e.difetti) add_refusal(report, path, {d.riga, d.codice, d.motivo});
    return report;
  }
}

ImportReport import_xml_file(store::Db& db, const std::string& path, const ImportOptions& options) {
  std::ifstream in(path, std::ios::binary);
  if (!in.is_open()) return refused(path, {0, "file.lettura", "Il file non si può leggere: verifica i permessi."});
  const Source source = [&in](char* buffer, std::size_t n) {
    in.read(buffer, static_cast<std::streamsize>(n));
    return static_cast<std::size_t>(in.gcount());
  };
  return import_xml(db, path, source, options);
}

struct Voce {
  std::string path;
  std::optional<TipoCsv> csv;  // nullopt: XML
};

bool is_xml(const fs::path& path) {
  const std::string ext = path.extension().string();
  return ext == ".xml" || ext == ".XML" || ext == ".Xml";
}

// Files to read, registry first (units want their company, authorisations their unit), then flows by path.
std::vector<Voce> list_files(const std::vector<std::string>& paths, ImportReport& report) {
  std::vector<Voce> out;
  const auto take = [&](const fs::path& path, bool asked) {
    const auto csv = csv_kind(path.filename().string());
    if (csv || is_xml(path)) {
      out.push_back({path.string(), csv});
    } else if (asked) {
      add(report,
          refused(path.string(), {0, "file.tipo",
                                  "Il file non è un flusso .xml né un file del registro (aziende.csv, unita_produttive.csv, "
                                  "autorizzazioni.csv, deleghe.csv, identita.csv): indica il file giusto."}));
    }
  };
  for (const std::string& path : paths) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      for (const auto& entry : fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error)) {
        if (entry.is_regular_file(error)) take(entry.path(), false);
      }
    } else if (fs::exists(path, error)) {
      take(path, true);
    } else {
      add(report, refused(path, {0, "file.manca", "Il file o la cartella non esiste: verifica il percorso."}));
    }
  }
  std::sort(out.begin(), out.end(), [](const Voce& a, const Voce& b) {
    const auto rank = [](const Voce& v) { return v.csv ? static_cast<int>(*v.csv) : 99; };
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.path < b.path;
  });
  return out;
}

}  // namespace

ImportReport import_xml(store::Db& db, const std::string& nome, const Source& source, const ImportOptions& options) {
  try {
    Spool spool;
    const std::string impronta = receive(source, options.limite_byte, spool);
    if (db.read([&](store::Connection& r) { return store::is_file_importato(r, impronta); })) return known();
    return db.write([&](store::Connection& w) { return write_flow(w, nome, impronta, spool, options); });
  } catch (const FileRifiutato& e) {
    return refused(nome, e.difetto);
  }
}

ImportReport import_paths(store::Db& db, const std::vector<std::string>& paths, const ImportOptions& options) {
  ImportReport total;
  const auto files = list_files(paths, total);
  std::size_t n = 0;
  for (const Voce& file : files) {
    const ImportReport one =
        file.csv ? import_csv_file(db, *file.csv, file.path, options) : import_xml_file(db, file.path, options);
    add(total, one);
    ++n;
    if (options.progresso) {
      options.progresso("[" + std::to_string(n) + "/" + std::to_string(files.size()) + "] " + file.path + ": " +
                        (one.file_rifiutati > 0  ? "rifiutato"
                         : one.file_gia_noti > 0 ? "già noto"
                                                 : "letto"));
    }
  }
  return total;
}

}  // namespace omnia::uniemens
