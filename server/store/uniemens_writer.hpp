// Writes the months of UniEmens into the registry tables and keeps their summaries, inside the transaction of the caller.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "server/store/db.hpp"
#include "shared/domain/date.hpp"

namespace omnia::store {

// One DenunciaIndividuale.
struct RigaPresenza {
  std::int64_t unita_produttiva = 0;
  std::string codice_fiscale, cognome, nome, qualifica;
  std::int64_t orario_centesimi = 0, part_time_centesimi = 10000, ore_settimanali_centesimi = 0;
  std::optional<domain::Date> assunzione, cessazione;
};
// Hours in CIG of a worker on a day.
struct RigaEventoCig {
  domain::Date giorno;
  std::string codice_fiscale, codice, ticket;
  std::int64_t unita_produttiva = 0;
  std::int64_t ore_centesimi = 0;
};

class UniemensWriter {
 public:
  explicit UniemensWriter(Connection& db) : db_(db) {}

  // The codice fiscale of the company that has the matricola; nullopt: the position is not known.
  std::optional<std::string> find_titolare(const std::string& matricola);
  // A position known from UniEmens only: the rest comes with the registry files.
  void add_posizione(const std::string& matricola, const std::string& codice_fiscale, const std::string& denominazione,
                     const std::string& sede);

  // Empties the month of the position and starts it anew; `impronta` is that of the file it comes from.
  void open_mese(const std::string& matricola, domain::YearMonth mese, const std::string& impronta);
  // True when the worker was not known to the position until now.
  bool add_presenza(const RigaPresenza& presenza);
  // Two denunce of one worker may show the same day: the hours add up.
  void add_evento(const RigaEventoCig& evento);
  // Summarises the month and the workers that were or are in it. nullopt: the flow had no ForzaAziendale.
  void close_mese(const std::optional<std::int64_t>& forza_centesimi);

 private:
  SQLite::Statement& prepared(const char* sql);
  void ensure_unit(std::int64_t progressivo);

  Connection& db_;
  // By the address of the SQL text, which is a constant.
  std::map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
  std::string matricola_, mese_;
  std::int64_t progressivo_ = 0;
  std::set<std::int64_t> unita_;
  std::set<std::string> toccati_;  // workers whose summary changes
};

}  // namespace omnia::store
