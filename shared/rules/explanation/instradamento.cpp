// Why a benefit is suggested for the position, and why the others are not compatible.
#include "shared/domain/quantity.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"
#include "shared/rules/headcount/headcount.hpp"
#include "shared/rules/routing/walk.hpp"

namespace omnia::rules::explanation {
namespace {

using routing::Prestazione;

constexpr std::string_view kPosition = "anagrafica della posizione";

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

void add_position(Spiegazione& root, const Context& c) {
  const auto& p = c.registry.posizione;
  const auto facts = routing::facts_of(p, c.giorno());
  const auto add = [&](const char* nome, const std::string& valore) {
    if (!valore.empty()) root.fatti.push_back(registered(nome, valore, kPosition));
  };
  add("matricola", p.matricola);
  add("CSC", facts.csc.empty() ? "non indicato" : facts.csc);
  add("codici di autorizzazione validi", joined(facts.ca));
  add("ATECO 2007", facts.ateco);
  add("qualità", joined(p.qualita));
  if (p.capitale_interamente_pubblico) add("capitale", "interamente pubblico");
  add("stato", p.stato == domain::StatoPosizione::attiva    ? "attiva"
               : p.stato == domain::StatoPosizione::sospesa ? "sospesa"
                                                            : "cessata");
  if (c.inizio) {
    root.fatti.push_back(typed("giorno della norma", c.inizio->italiano(), "periodo.data_inizio_effettivo"));
  } else {
    root.fatti.push_back(day_of_review(c.oggi));
  }
}

Spiegazione row_step(const Context& c) {
  const auto& e = c.instradamento;
  const auto* row = c.norms.routing().regola(e.regola);
  auto s = step("La posizione risponde alla riga " + e.regola + " della tabella di instradamento.",
                "Le righe si provano in ordine: vale la prima di cui la posizione ha tutte le condizioni.", e.citazione);
  if (row == nullptr) return s;
  s.lettura = row->mark != norms::Mark::confirmed;
  const auto add = [&](const char* nome, const std::vector<std::string>& asked) {
    if (!asked.empty()) s.fatti.push_back({nome, joined(asked), "tabella di instradamento, " + e.regola});
  };
  add("CSC ammessi", row->csc);
  add("CSC esclusi", row->csc_esclusi);
  add("codici di autorizzazione, tutti", row->ca_tutti);
  add("codici di autorizzazione, almeno uno", row->ca_uno);
  add("codici di autorizzazione esclusi", row->ca_esclusi);
  add("ATECO ammessi", row->ateco);
  add("ATECO esclusi", row->ateco_esclusi);
  add("qualità richieste", row->qualita_tutte);
  add("qualità escluse", row->qualita_escluse);
  return s;
}

// One step a reason, with the benefits that it excludes.
void add_others(Spiegazione& root, const std::vector<Prestazione>& prestazioni) {
  const std::size_t first = root.passi.size();
  for (const auto& p : prestazioni) {
    if (p.suggerita) continue;
    auto found = root.passi.begin() + static_cast<std::ptrdiff_t>(first);
    while (found != root.passi.end() && found->affermazione != p.testo) ++found;
    if (found == root.passi.end()) {
      root.passi.push_back(step(p.testo, p.motivo.empty() ? std::string() : "Motivo " + p.motivo + ".", p.citazione));
      found = root.passi.end() - 1;
    }
    found->fatti.push_back({"non compatibile", p.nome, "tabella di instradamento, " + p.codice});
  }
}

Spiegazione cause_step(const Context& c) {
  const auto group = c.eone ? routing::GruppoCausale::eone : routing::GruppoCausale::ordinaria;
  const auto e = routing::route_cause(c.instradamento, c.registry.posizione, group, 0, 0, {}, c.giorno(), c.norms);
  auto s = step(e.esito == "OK" ? "La causale è ammessa per la prestazione suggerita." : e.testo,
                "La causale si confronta con la prestazione dell’inquadramento.",
                e.citazione.empty() ? c.causale->citazione : e.citazione);
  s.fatti.push_back(typed("causale", c.causale->nome, "causale.id"));
  return s;
}

}  // namespace

Esito instradamento(const Context& c) {
  if (!c.posizione_nota) return missing("Per l’inquadramento serve la posizione INPS: indica la matricola.");
  const auto& e = c.instradamento;
  const bool some = !e.prestazioni.empty() && e.prestazioni.front().suggerita;
  auto root = step(some ? "La prestazione suggerita è: " + e.nome_primaria + "." : e.nome_primaria + ".", e.testo, e.citazione,
                   e.lettura);
  root.codice = "instradamento";
  add_position(root, c);
  if (!e.regola.empty()) root.passi.push_back(row_step(c));
  if (c.causale != nullptr && some) root.passi.push_back(cause_step(c));
  add_others(root, e.prestazioni);
  return root;
}

}  // namespace omnia::rules::explanation
