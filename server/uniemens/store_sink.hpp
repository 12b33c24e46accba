// Writes the positions of one flow into the registry tables, inside the caller's transaction.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/uniemens/flow.hpp"
#include "server/uniemens/import.hpp"

namespace omnia::uniemens {

// Adds a refusal to a report: all are counted, the first 200 are kept.
void add_refusal(ImportReport& report, const std::string& file, const Difetto& difetto);

class StoreSink : public FlowSink {
 public:
  // `report` gets the counts and the refusals of this file only.
  StoreSink(SQLite::Database& db, std::string nome, std::string impronta, const ImportOptions& options, ImportReport& report);
  void azienda() override { azienda_contata_ = false; }
  std::optional<Difetto> position(const Testata& testata) override;
  void denuncia(const Denuncia& denuncia) override;
  void end_position(std::optional<std::int64_t> forza_centesimi) override;
  void refuse(const Difetto& difetto) override;
  void skipped_section(std::string_view nome) override;

  // Something was refused that the same bytes might not be another day: the file must not be remembered as read.
  [[nodiscard]] bool dipende_dallo_stato() const { return dipende_dallo_stato_; }

 private:
  SQLite::Statement& prepared(const char* sql);
  std::optional<Difetto> check_company(const Testata& testata);
  void replace_month(const Testata& testata);
  void ensure_unit(std::int64_t progressivo);
  void write_events(const Denuncia& denuncia);
  void summarise_workers();

  SQLite::Database& db_;
  std::string nome_, impronta_;
  const ImportOptions& options_;
  ImportReport& report_;
  // By the address of the SQL text, which is a constant.
  std::map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
  std::set<std::pair<std::string, std::string>> scritte_;  // matricola and month already met in this file
  Testata testata_;
  std::string mese_;
  std::int64_t progressivo_ = 0;
  std::set<std::int64_t> unita_;
  std::set<std::string> toccati_;  // workers whose summary changes
  bool azienda_contata_ = false;
  bool dipende_dallo_stato_ = false;
};

}  // namespace omnia::uniemens
