// The routing table as data: which benefit a classification leads to, the benefits themselves and the reason texts, read
// from assets/norms/routing.json. The walk over it is in shared/rules/routing.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/norms/mark.hpp"

namespace omnia::norms {

// One row; every condition that is written must hold. Empty lists and empty options ask nothing.
struct RegolaInstradamento {
  std::string id;                        // "routing.13"
  int priorita = 0;                      // rows are tried in ascending order
  std::vector<std::string> csc;          // prefixes "116" or ranges "11301-11305"
  std::vector<std::string> csc_esclusi;  // same shape
  std::vector<std::string> ca_tutti;
  std::vector<std::string> ca_uno;
  std::vector<std::string> ca_esclusi;
  std::vector<std::string> ateco;          // ATECO 2007 digits, prefixes or ranges
  std::vector<std::string> ateco_esclusi;  // same shape
  bool ateco_decide = false;               // false: the CSC decides and a different ATECO is only a doubt ("lettura")
  std::vector<std::string> qualita_tutte;
  std::vector<std::string> qualita_escluse;
  std::optional<bool> capitale_pubblico;
  bool fuori_art10 = false;  // only when the rest of the table does not lead to CIGO
  std::optional<domain::Date> dal;
  std::optional<domain::Date> al;
  std::string prestazione;
  std::string testo;  // why it is suggested
  std::string citazione;
  Mark mark = Mark::confirmed;
  bool cigs_ogni_dimensione = false;                // art. 20 c. 3-ter
  std::vector<std::string> lavoratori_esclusi;      // flags of workers out of the benefit
  std::map<std::string, std::string> altri_motivi;  // benefit -> reason that replaces the general one
};

enum class FamigliaPrestazione { cigo, fis, fondo, territoriale, alternativo, agricola, cigs };

struct PrestazioneInfo {
  std::string codice;
  FamigliaPrestazione famiglia = FamigliaPrestazione::fondo;
  std::string nome;  // "Cassa integrazione ordinaria, edilizia"
  std::string
      fondo;  // the words that follow an article in the reasons: "Fondo di integrazione salariale (FIS)"; empty for CIGO and CIGS
  std::string gestione;  // CIGO: "edilizia"
  bool esterna = false;  // not run by INPS
  std::optional<domain::Date> operativa_dal;
  std::optional<domain::Date> adeguata_dal;  // before it the fund had other size thresholds: the result is a reading
  std::vector<std::string> lavoratori_esclusi;
  std::string citazione;
};

struct MotivoInstradamento {
  std::string codice;  // "R01"; a variant of the text has a suffix: "R14.nessuna_regola"
  std::string testo;
  std::string citazione;
};

// A codice di autorizzazione that names a scheme: two different schemes on one day do not agree with each other.
struct CodiceFondo {
  std::string ca;
  std::string prestazione;
};

struct RoutingTable {
  std::vector<RegolaInstradamento> regole;   // by priorita
  std::vector<PrestazioneInfo> prestazioni;  // in the order in which they are shown
  std::vector<MotivoInstradamento> motivi;
  std::vector<CodiceFondo> codici_fondo;

  // nullptr when unknown.
  [[nodiscard]] const RegolaInstradamento* regola(std::string_view id) const;
  [[nodiscard]] const PrestazioneInfo* prestazione(std::string_view codice) const;
  [[nodiscard]] const MotivoInstradamento* motivo(std::string_view codice) const;
};

}  // namespace omnia::norms
