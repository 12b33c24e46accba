// Writes the positions of one flow into the registry tables, inside the caller's transaction.
#pragma once
#include <set>
#include <string>
#include <utility>

#include "server/store/uniemens_writer.hpp"
#include "server/uniemens/flow.hpp"
#include "server/uniemens/import.hpp"

namespace omnia::uniemens {

// Adds a refusal to a report: all are counted, the first 200 are kept.
void add_refusal(ImportReport& report, const std::string& file, const Difetto& difetto);

class StoreSink : public FlowSink {
 public:
  // `report` gets the counts and the refusals of this file only.
  StoreSink(store::Connection& db, std::string nome, std::string impronta, const ImportOptions& options, ImportReport& report);
  void azienda() override { azienda_contata_ = false; }
  std::optional<Difetto> position(const Testata& testata) override;
  void denuncia(const Denuncia& denuncia) override;
  void end_position(std::optional<std::int64_t> forza_centesimi) override;
  void refuse(const Difetto& difetto) override;
  void skipped_section(std::string_view nome) override;

  // Something was refused that the same bytes might not be another day: the file must not be remembered as read.
  [[nodiscard]] bool dipende_dallo_stato() const { return dipende_dallo_stato_; }

 private:
  std::optional<Difetto> check_company(const Testata& testata);

  store::UniemensWriter writer_;
  std::string nome_, impronta_;
  const ImportOptions& options_;
  ImportReport& report_;
  std::set<std::pair<std::string, std::string>> scritte_;  // matricola and month already met in this file
  bool azienda_contata_ = false;
  bool dipende_dallo_stato_ = false;
};

}  // namespace omnia::uniemens
