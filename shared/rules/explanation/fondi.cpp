// The limits and terms of the benefits beside the CIGO, for the position that belongs to them: FIS, Fondi, FSBA, CISOA.
#include "shared/domain/quantity.hpp"
#include "shared/rules/counters/funds.hpp"
#include "shared/rules/deadlines/terms.hpp"
#include "shared/rules/explanation/counter_steps.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"

namespace omnia::rules::explanation {
namespace {

using counters::ContatoreFondo;
using counters::ContatoreGiorni;
using deadlines::Termine;

domain::Reason other_benefit(const Context& c, const std::string& questa) {
  if (!c.posizione_nota) return missing("Per sapere quale Fondo spetta serve la posizione INPS: indica la matricola.");
  return missing(questa + " non riguarda questa posizione: la prestazione suggerita è «" + c.instradamento.nome_primaria + "».");
}

// The row of the norms that gave the limit: that of the Fondo, or the one common to all.
struct Chiavi {
  std::string limite;
  std::string soglia;
};
Chiavi keys_of(const Context& c, const std::string& prestazione, const headcount::Media& media) {
  const bool fis = prestazione == "FIS";
  const std::string threshold = fis ? "fis.size_threshold" : "fondi.size_threshold";
  const bool small = media.mesi == 0 || media.compare(c.norms.integer(threshold, c.periodo->dal)) <= 0;
  const std::string common = (fis ? "fis.limit_weeks." : "fondi.limit_weeks.") + std::string(small ? "le5" : "gt5");
  const std::string own = common + "." + prestazione;
  return {c.norms.find(own, c.periodo->dal) == nullptr ? common : own, threshold};
}

Spiegazione size_step(const Context& c, const ContatoreFondo& f, const headcount::Media& media, const Chiavi& chiavi) {
  auto s = step(f.dimensione, "La media del semestre precedente si confronta con la soglia senza arrotondarla.");
  s.fatti.push_back(registered("somma dei mesi", domain::format_hundredths(media.somma_centesimi),
                               "forza aziendale di " + std::to_string(media.mesi) + " mesi"));
  add_norm(s, c.norms, c.periodo->dal, "soglia di dipendenti", chiavi.soglia);
  return s;
}

Spiegazione term_step(const Context& c, const Termine& t) {
  auto s = step(t.testo, {}, t.citazione, t.lettura);
  s.fatti.push_back(worked_out("inizio", c.inizio->italiano(), "periodo"));
  s.fatti.push_back(day_of_review(c.oggi));
  return s;
}

Spiegazione ais_step(const Context& c) {
  const auto ais = deadlines::ais(*c.inizio, c.draft.periodo.giorni_evento, c.eone, c.oggi, c.norms);
  auto s = term_step(c, ais.termine);
  s.regola = c.eone ? "Per un evento non evitabile si invia dal giorno dell’evento alla fine del mese successivo."
                    : "Si invia da 30 giorni prima a 15 giorni dopo l’inizio.";
  s.fatti.push_back(worked_out("primo giorno per inviare", ais.primo_giorno.italiano(), "termine"));
  if (ais.primo_giorno_autorizzabile) {
    s.fatti.push_back(worked_out("primo giorno autorizzabile", ais.primo_giorno_autorizzabile->italiano(), "termine"));
  }
  return s;
}

// No text says whether art. 12 c. 5 holds for the FIS.
Spiegazione third_step(const Context& c, const ContatoreFondo& f) {
  auto s = step(f.terzo ? f.terzo->testo : "Al FIS non si applica il limite di un terzo delle ore lavorabili.", {});
  add_norm(s, c.norms, c.periodo->dal, "un terzo delle ore", "fis.third");
  return s;
}

Esito weeks(const Context& c, const std::string& prestazione, std::string codice, const std::string& nome) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const auto media = headcount::average(c.registry.posizione.forza, headcount::reference_day(c.periodo->dal, c.oggi, c.norms));
  const auto f = counters::fund_weeks(c.registry, question(c), prestazione, media, c.norms);
  const auto& t = f.contatore;
  if (t.limite == 0) return missing("Per quel periodo il limite non è nelle tabelle delle norme.");
  const auto chiavi = keys_of(c, prestazione, media);
  const Limite limite{nome + " copre al massimo " + weeks_words(f.settimane_limite) + " nel biennio mobile.", chiavi.limite,
                      "fis.window_weeks", "biennio mobile"};
  auto root = root_of(c, t, limite);
  root.codice = std::move(codice);
  root.passi.push_back(size_step(c, f, media, chiavi));
  if (f.settimane_richiesta > 0) {
    auto single = step("Una sola domanda chiede al massimo " + weeks_words(f.settimane_richiesta) + ".", {}, t.citazione);
    root.passi.push_back(std::move(single));
  }
  auto verdict = verdict_step(t, "Ogni settimana richiesta deve stare nel limite di ogni biennio provato.");
  add_norm(verdict, c.norms, c.periodo->dal, "bienni provati", "cigo.biennio.anchor");
  add_sliding_steps(root, c, t, limite, std::move(verdict));
  if (prestazione == "FIS") root.passi.push_back(third_step(c, f));
  if (c.inizio) root.passi.push_back(ais_step(c));
  return root;
}

Spiegazione days_row(const Context& c, const counters::RigaContatore& riga) {
  if (riga.numero.empty()) {
    auto s = step_of({riga.unita, "giorni"}, riga.motivo.str());
    add_norm(s, c.norms, c.periodo->dal, "un giorno vale", "fsba.day_worth");
    return s;
  }
  auto s = step_of({riga.unita, "giorni"},
                   riga.numero + ", " + span(riga.periodo) + ": " +
                       (riga.conta ? "conta " + days_words(riga.unita) : std::string("non si conta")) + ".",
                   riga.motivo.str());
  s.fatti.push_back(registered("autorizzazione", riga.numero, "autorizzazione " + riga.numero));
  return s;
}

Esito fsba(const Context& c) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const ContatoreGiorni d = counters::fsba_days(c.registry, question(c), c.norms);
  if (d.limite == 0) return missing("Per quel periodo il limite non è nelle tabelle delle norme.");
  auto root = step(d.testo, "Per FSBA ogni giorno con anche un solo lavoratore fermo, in qualunque unità, è una giornata.",
                   d.citazione, d.lettura);
  root.codice = "fondo";
  add_request(root, c);
  auto used = step_of({d.usati, "giorni"}, "Giornate già usate " + span(d.finestra) + ": " + std::to_string(d.usati) + ".",
                      "La finestra finisce con l’ultimo giorno richiesto.");
  used.somma = true;
  add_norm(used, c.norms, c.periodo->dal, "settimane della finestra", "fsba.window_weeks");
  for (const auto& riga : d.righe) used.passi.push_back(days_row(c, riga));
  auto left = step_of({d.residui, "giorni"}, "Restano " + days_words(d.residui) + " prima della richiesta.");
  add_norm(left, c.norms, c.periodo->dal, "limite", "fsba.limit_days.d" + std::to_string(c.up->giorni_settimana));
  auto asked = step_of({d.ammessi, "giorni"}, "Entrano " + std::to_string(d.ammessi) + " di " + days_words(d.richiesti) + ".");
  asked.fatti.push_back(typed("settimane richieste", std::to_string(c.settimane), "periodo.dal e periodo.al"));
  root.passi = {std::move(used), std::move(left), std::move(asked)};
  if (d.usati_prudenti != d.usati) {
    auto prudent =
        step_of({d.usati_prudenti, "giorni"}, "Stima prudente: con le domande ancora in istruttoria risulterebbero usate " +
                                                  std::to_string(d.usati_prudenti) + " giornate.");
    prudent.fatti.push_back(worked_out("giornate usate, stima prudente", std::to_string(d.usati_prudenti), "fondo"));
    root.passi.push_back(std::move(prudent));
  }
  return root;
}

}  // namespace

Esito fis(const Context& c) {
  if (c.draft.prestazione != "FIS" && c.instradamento.primaria != "FIS") return other_benefit(c, "Il FIS");
  return weeks(c, "FIS", "fis", "Il FIS");
}

Esito fondo(const Context& c) {
  const std::string& primaria = c.instradamento.primaria;
  if (primaria == "FSBA") return fsba(c);
  if (primaria.compare(0, 2, "F_") != 0) return other_benefit(c, "Un Fondo di solidarietà");
  return weeks(c, primaria, "fondo", "Il Fondo");
}

Esito cisoa(const Context& c) {
  if (c.instradamento.primaria != "CISOA") return other_benefit(c, "La CISOA");
  if (!c.inizio) return missing("Per il termine della CISOA indica la data di inizio effettivo o il periodo.");
  const auto term = deadlines::cisoa(*c.inizio, c.oggi, c.norms);
  const auto days = c.norms.integer("cisoa.days_per_year", c.giorno());
  auto root = step("La CISOA copre al massimo " + days_words(days) + " nell’anno per ogni lavoratore. " + term.testo,
                   "Le giornate si contano lavoratore per lavoratore, nell’anno civile.", {}, term.lettura);
  root.codice = "cisoa";
  auto limit =
      step("Ogni lavoratore può avere " + days_words(days) + " nell’anno.", "Le giornate climatiche si contano a parte.");
  add_norm(limit, c.norms, c.giorno(), "giornate nell’anno", "cisoa.days_per_year");
  auto requirement = step("Servono almeno " + days_words(c.norms.integer("cisoa.min_days_per_year", c.giorno())) +
                              " di lavoro nell’anno con la stessa azienda.",
                          "Vale per gli operai a tempo indeterminato.");
  add_norm(requirement, c.norms, c.giorno(), "giornate di lavoro", "cisoa.min_days_per_year");
  root.citazione = limit.citazione;
  root.passi = {std::move(limit), std::move(requirement), term_step(c, term)};
  return root;
}

}  // namespace omnia::rules::explanation
