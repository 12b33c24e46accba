// The law as data: parameters with validity, citation and mark, the causali, and the alert catalogue, read from the JSON of
// assets/norms and assets/alerts. Pure: the text is an argument, or the copy compiled in (`builtin`).
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/domain/result.hpp"
#include "shared/norms/mark.hpp"
#include "shared/norms/routing_table.hpp"

namespace omnia::norms {

// One value of one parameter over a span of days. Exactly one of the payloads is meaningful, as `unita` says.
struct Parameter {
  std::string chiave;
  // Integers: "settimane", "giorni", "mesi", "anni", "ore", "lavoratori", "cent", "centesimi", "percento_centesimi",
  // "caratteri", "byte".
  // Others: "frazione", "scelta", "booleano", "elenco", "data", "finestra" (the validity itself is the value).
  std::string unita;
  std::int64_t intero = 0;  // integers; numerator of a fraction; 1 or 0 of a booleano; days since 1970 of a data
  std::int64_t denominatore = 1;
  std::string testo;                     // "scelta": the alternative in force; "booleano": "true" or "false"; "data": ISO
  std::vector<std::string> alternative;  // for a reading: what else is admitted
  std::vector<std::string> elenco;       // "elenco"
  std::optional<domain::Date> valid_from;
  std::optional<domain::Date> valid_to;  // last day of validity
  std::string citazione;
  Mark mark = Mark::confirmed;
};

// A fattispecie of the D.M. 95442/2016.
struct Causale {
  std::string id;
  std::string nome;   // Italian name shown to the person
  std::string aiuto;  // what it means in plain words
  std::string citazione;
  std::optional<int> codice_inps;
  bool eone = false;
  bool indicatori = false;
  bool industria = true;
  bool edilizia = true;  // building and stone
  bool meteo = false;
  std::optional<domain::Date> valid_from;
  std::optional<domain::Date> valid_to;
  bool selezionabile = true;
  std::vector<std::string> richiede;  // field paths this causale asks for, e.g. "causale.ordinanza"
  Mark mark = Mark::confirmed;
};

enum class Gravita { errore, avviso, informazione };

// One row of the alert catalogue; placeholders in braces: "Mancano {n} giorni alla scadenza del {data}."
struct AlertText {
  std::string codice;
  // "azienda", "unita_produttiva", "causale", "termini", "periodo", "piano", "lavoratori", "relazione", "indicatori",
  // "consultazione", "pagamento", "importi", "invio"; "pratica" of a domanda already filed.
  std::string sezione;
  Gravita gravita = Gravita::avviso;
  std::string testo;
  std::string rimedio;
  std::string citazione;
  bool lettura = false;  // the base is open: the screen says "lettura da confermare"
};

class Norms {
 public:
  // `tables`: the files of assets/norms and assets/alerts, name -> JSON text. Errors name file and row.
  static domain::Result<Norms> parse(const std::map<std::string, std::string>& tables);
  // The copy compiled in; parsed once. Never fails (a unit test proves it).
  static const Norms& builtin();

  [[nodiscard]] const std::string& versione() const { return versione_; }  // "2026.11.3"
  // SHA-256 of the content of all the tables, in hexadecimal; white space and order of the fields do not change it.
  [[nodiscard]] const std::string& impronta() const { return impronta_; }
  [[nodiscard]] const std::vector<Parameter>& parameters() const { return parameters_; }

  // The parameter in force on a day. nullptr when the key is unknown or not in force then.
  [[nodiscard]] const Parameter* find(std::string_view chiave, domain::Date giorno) const;
  // For keys that the code needs: the builtin tables have them on every day the rules may ask; answers `fallback` otherwise.
  [[nodiscard]] std::int64_t integer(std::string_view chiave, domain::Date giorno, std::int64_t fallback = 0) const;
  [[nodiscard]] std::string choice(std::string_view chiave, domain::Date giorno) const;
  // All spans of a key, as periods: the climate windows.
  [[nodiscard]] std::vector<domain::Period> windows(std::string_view chiave) const;

  [[nodiscard]] const std::vector<Causale>& causali() const { return causali_; }
  [[nodiscard]] const Causale* causale(std::string_view id) const;
  [[nodiscard]] const std::vector<AlertText>& alerts() const { return alerts_; }
  [[nodiscard]] const AlertText* alert(std::string_view codice) const;
  // The rows of routing.json; empty when the table was not given.
  [[nodiscard]] const RoutingTable& routing() const { return routing_; }
  // The raw JSON text of a table.
  [[nodiscard]] std::string_view table(std::string_view nome) const;

 private:
  std::string versione_;
  std::string impronta_;
  std::vector<Parameter> parameters_;  // by chiave, then valid_from
  std::vector<Causale> causali_;
  std::vector<AlertText> alerts_;  // by codice
  RoutingTable routing_;
  std::map<std::string, std::string, std::less<>> tables_;
};

// {name}: value, in the order given; unknown placeholders stay.
std::string fill(std::string_view text, const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace omnia::norms
