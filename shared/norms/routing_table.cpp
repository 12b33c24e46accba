// Reading of routing.json: {"prestazioni": […], "motivi": […], "codici_fondo": […], "regole": […]}.
#include "shared/norms/routing_table.hpp"

#include <algorithm>

#include "shared/domain/order.hpp"
#include "shared/norms/tables.hpp"

namespace omnia::norms {
namespace {

FamigliaPrestazione read_family(Row& row) {
  static const std::map<std::string, FamigliaPrestazione> kFamilies = {
      {"cigo", FamigliaPrestazione::cigo},
      {"fis", FamigliaPrestazione::fis},
      {"fondo", FamigliaPrestazione::fondo},
      {"territoriale", FamigliaPrestazione::territoriale},
      {"alternativo", FamigliaPrestazione::alternativo},
      {"agricola", FamigliaPrestazione::agricola},
      {"cigs", FamigliaPrestazione::cigs},
  };
  const auto found = kFamilies.find(row.text("famiglia"));
  if (found != kFamilies.end()) return found->second;
  row.refuse("famiglia di prestazione sconosciuta");
  return FamigliaPrestazione::fondo;
}

PrestazioneInfo read_benefit(Row& row) {
  PrestazioneInfo info;
  info.codice = row.text("codice");
  row.name(info.codice);
  info.famiglia = read_family(row);
  info.nome = row.text("nome");
  info.fondo = row.optional_text("fondo");
  info.gestione = row.optional_text("gestione");
  info.esterna = row.flag("esterna");
  info.operativa_dal = row.date("operativa_dal");
  info.adeguata_dal = row.date("adeguata_dal");
  info.lavoratori_esclusi = row.list("lavoratori_esclusi");
  info.citazione = row.text("citazione");
  return info;
}

MotivoInstradamento read_reason(Row& row) {
  MotivoInstradamento motivo;
  motivo.codice = row.text("codice");
  row.name(motivo.codice);
  motivo.testo = row.text("testo");
  motivo.citazione = row.text("citazione");
  return motivo;
}

CodiceFondo read_fund_code(Row& row) { return {row.text("ca"), row.text("prestazione")}; }

// "116" or "11301-11305": digits, both ends of a range equally long.
void check_patterns(Row& row, const std::vector<std::string>& patterns) {
  for (const auto& pattern : patterns) {
    const auto dash = pattern.find('-');
    const bool digits = pattern.find_first_not_of("0123456789-") == std::string::npos && !pattern.empty();
    const bool range = dash != std::string::npos && pattern.size() == 2 * dash + 1 && pattern.find('-', dash + 1) == pattern.npos;
    if (!digits || (dash != std::string::npos && !range)) row.refuse("modello di codice non valido «" + pattern + "»");
  }
}

std::map<std::string, std::string> read_other_reasons(Row& row) {
  std::map<std::string, std::string> reasons;
  const auto& json = row.raw("altri_motivi");
  if (json.is_null()) return reasons;
  if (!json.is_object()) row.refuse("il campo «altri_motivi» deve essere un oggetto");
  for (const auto& item : json.items()) {
    if (item.value().is_string()) {
      reasons.emplace(item.key(), item.value().get<std::string>());
    } else {
      row.refuse("il campo «altri_motivi» deve contenere solo testi");
    }
  }
  return reasons;
}

RegolaInstradamento read_rule(Row& row) {
  RegolaInstradamento regola;
  regola.id = row.text("id");
  row.name(regola.id);
  regola.priorita = static_cast<int>(row.integer("priorita"));
  regola.csc = row.list("csc");
  regola.csc_esclusi = row.list("csc_esclusi");
  regola.ca_tutti = row.list("ca_tutti");
  regola.ca_uno = row.list("ca_uno");
  regola.ca_esclusi = row.list("ca_esclusi");
  regola.ateco = row.list("ateco");
  regola.ateco_esclusi = row.list("ateco_esclusi");
  regola.ateco_decide = row.flag("ateco_decide");
  regola.qualita_tutte = row.list("qualita_tutte");
  regola.qualita_escluse = row.list("qualita_escluse");
  regola.capitale_pubblico = row.optional_flag("capitale_pubblico");
  regola.fuori_art10 = row.flag("fuori_art10");
  regola.dal = row.date("dal");
  regola.al = row.date("al");
  regola.prestazione = row.text("prestazione");
  regola.testo = row.text("testo");
  regola.citazione = row.text("citazione");
  regola.mark = row.mark();
  regola.cigs_ogni_dimensione = row.flag("cigs_ogni_dimensione");
  regola.lavoratori_esclusi = row.list("lavoratori_esclusi");
  regola.altri_motivi = read_other_reasons(row);
  for (const auto* patterns : {&regola.csc, &regola.csc_esclusi, &regola.ateco, &regola.ateco_esclusi}) {
    check_patterns(row, *patterns);
  }
  if (regola.dal && regola.al && *regola.al < *regola.dal) row.refuse("la validità finisce prima di cominciare");
  return regola;
}

// Names used by one part of the table must exist in the others. The first that does not, or nothing.
std::string orphan(const RoutingTable& table) {
  const auto known = [&](const std::string& codice) { return codice == "NESSUNA" || table.prestazione(codice) != nullptr; };
  for (const auto& codice : table.codici_fondo) {
    if (!known(codice.prestazione)) return "il codice " + codice.ca + " indica la prestazione sconosciuta " + codice.prestazione;
  }
  for (const auto& regola : table.regole) {
    if (!known(regola.prestazione)) return regola.id + " porta alla prestazione sconosciuta " + regola.prestazione;
    for (const auto& [prestazione, motivo] : regola.altri_motivi) {
      if (!known(prestazione)) return regola.id + " nomina la prestazione sconosciuta " + prestazione;
      if (table.motivo(motivo) == nullptr) return regola.id + " nomina il motivo sconosciuto " + motivo;
    }
  }
  return {};
}

// The first id or priority that stands twice among the rules, or nothing.
std::string twin(const std::vector<RegolaInstradamento>& sorted) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (!ids.insert(sorted[i].id).second) return "la regola «" + sorted[i].id + "» è ripetuta";
    if (i > 0 && sorted[i].priorita == sorted[i - 1].priorita) {
      return "le regole «" + sorted[i - 1].id + "» e «" + sorted[i].id + "» hanno la stessa priorità";
    }
  }
  return {};
}

template <class T>
bool take(domain::Result<std::vector<T>> parsed, std::vector<T>& into, domain::Reason& defect) {
  if (parsed.ok()) {
    into = std::move(parsed.value());
  } else {
    defect = parsed.reason();
  }
  return parsed.ok();
}

}  // namespace

const RegolaInstradamento* RoutingTable::regola(std::string_view id) const {
  const auto found = std::find_if(regole.begin(), regole.end(), [&](const auto& r) { return r.id == id; });
  return found == regole.end() ? nullptr : &*found;
}

const PrestazioneInfo* RoutingTable::prestazione(std::string_view codice) const {
  const auto found = std::find_if(prestazioni.begin(), prestazioni.end(), [&](const auto& p) { return p.codice == codice; });
  return found == prestazioni.end() ? nullptr : &*found;
}

const MotivoInstradamento* RoutingTable::motivo(std::string_view codice) const {
  const auto found = std::find_if(motivi.begin(), motivi.end(), [&](const auto& m) { return m.codice == codice; });
  return found == motivi.end() ? nullptr : &*found;
}

domain::Result<RoutingTable> parse_routing(const std::string& file, const nlohmann::json& root) {
  RoutingTable table;
  domain::Reason defect;
  const auto part = [&](const char* name) { return root.value(name, nlohmann::json()); };
  const auto where = [&](const char* name) { return file + ", " + name; };
  if (!take(parse_rows<PrestazioneInfo>(where("prestazioni"), part("prestazioni"), read_benefit), table.prestazioni, defect) ||
      !take(parse_rows<MotivoInstradamento>(where("motivi"), part("motivi"), read_reason), table.motivi, defect) ||
      !take(parse_rows<CodiceFondo>(where("codici_fondo"), part("codici_fondo"), read_fund_code), table.codici_fondo, defect) ||
      !take(parse_rows<RegolaInstradamento>(where("regole"), part("regole"), read_rule), table.regole, defect)) {
    return defect;
  }
  domain::stable_sort(table.regole, [](const auto& a, const auto& b) { return a.priorita < b.priorita; });
  auto why = twin(table.regole);
  if (why.empty()) why = orphan(table);
  if (!why.empty()) return bad_row(file + ": " + why + ".");
  return table;
}

}  // namespace omnia::norms
