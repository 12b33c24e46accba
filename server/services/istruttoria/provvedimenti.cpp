#include "server/services/istruttoria/provvedimenti.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "server/identity/secrets.hpp"
#include "server/services/fields.hpp"
#include "server/services/istruttoria/atto.hpp"
#include "server/services/istruttoria/effetti.hpp"
#include "server/services/istruttoria/istruttoria.hpp"
#include "server/services/istruttoria/proposta.hpp"
#include "server/services/istruttoria/richieste.hpp"
#include "server/services/protocollo.hpp"
#include "server/services/refusal.hpp"
#include "server/services/segnatura.hpp"
#include "server/store/fascicoli_check.hpp"
#include "server/store/identity_store.hpp"
#include "shared/domain/ascii.hpp"
#include "shared/workflow/workflow.hpp"

namespace omnia::services {
namespace {

using identity::Identita;
using nlohmann::json;
using store::Provvedimento;

[[noreturn]] void refuse(const char* codice, const std::string& testo, const std::string& rimedio, const char* campo) {
  throw Refusal(Esito::non_accettabile, codice, testo, rimedio, campo);
}

std::vector<std::string> strings(const json& corpo, const char* campo, std::size_t most = 1000) {
  std::vector<std::string> out;
  const auto found = corpo.find(campo);
  if (found == corpo.end() || found->is_null()) return out;
  const bool good = found->is_array() && found->size() <= most && std::all_of(found->begin(), found->end(), [](const json& one) {
                      return one.is_string() && one.get_ref<const std::string&>().size() <= 1000;
                    });
  if (!good) refuse("json.campo", std::string("Il campo «") + campo + "» non è un elenco di testi.", "Correggi l’elenco.", campo);
  return found->get<std::vector<std::string>>();
}

// The four parts of a motivation, none of them empty.
json read_motivation(const json& corpo) {
  const json words = corpo.contains("motivazione") ? corpo["motivazione"] : json::object();
  json out;
  for (const char* part : {"fatti", "documenti", "norma", "conclusione"}) {
    try {
      out[part] = required_text(words, part);
    } catch (const Refusal&) {
      refuse("provvedimento.motivazione", std::string("Nella motivazione manca la parte «") + part + "».",
             "Scrivi fatti, documenti considerati, norme e conclusione.", "motivazione");
    }
  }
  return out;
}

void check_reasons(const std::vector<std::string>& reasons, const Fascicolo& f, domain::Date oggi) {
  if (reasons.empty()) refuse("provvedimento.motivi", "Manca il motivo della reiezione.", "Scegli almeno un motivo.", "motivi");
  for (const auto& one : reasons) {
    const auto& known = motivi_noti();
    if (std::none_of(known.begin(), known.end(), [&](const MotivoNoto& m) { return one == m.codice; }))
      refuse("provvedimento.motivi", "Il motivo «" + one + "» non esiste.", "Scegli un motivo proposto.", "motivi");
  }
  if (std::find(reasons.begin(), reasons.end(), "carenza_elementi") == reasons.end()) return;
  const bool asked =
      std::any_of(f.richieste.begin(), f.richieste.end(), [&](const auto& one) { return is_unanswered(one, oggi); });
  if (!asked) {
    refuse("provvedimento.richiesta_assente",
           "Una domanda si respinge per mancanza di elementi solo dopo una richiesta di integrazione consegnata e scaduta.",
           "Invia la richiesta, registra la consegna e attendi il termine.", "motivi");
  }
}

// As many as a domanda may have.
constexpr std::size_t kMostWorkers = 50'000;
std::vector<std::string> excluded_workers(const json& corpo) { return strings(corpo, "lavoratori_esclusi", kMostWorkers); }

std::size_t count_excluded(store::Connection& db, const Fascicolo& f, const std::vector<std::string>& excluded) {
  const auto workers = store::list_lavoratori(db, f.riga().id);
  const std::set<std::string> unique(excluded.begin(), excluded.end());
  for (const auto& one : unique) {
    if (!std::binary_search(workers.begin(), workers.end(), one))
      refuse("provvedimento.lavoratori", "Il lavoratore " + one + " non è nella domanda.",
             "Scegli tra i lavoratori della domanda.", "lavoratori_esclusi");
  }
  return unique.size();
}

// Whole weeks inside the period asked, and not more hours than were asked for them.
void read_authorised(store::Connection& db, const Fascicolo& f, const json& corpo, Provvedimento& act) {
  const auto& riga = f.riga();
  const domain::Date dal = required_day(corpo, "dal");
  const domain::Date al = required_day(corpo, "al");
  if (dal > al || dal.lunedi() != dal || al.lunedi() + 6 != al || dal.iso() < riga.dal || al.iso() > riga.al) {
    refuse("provvedimento.periodo", "Il periodo autorizzato non è fatto di settimane intere tra quelle chieste.",
           "Scegli un lunedì e una domenica dentro " + italian_period(riga.dal, riga.al) + ".", "dal");
  }
  std::int64_t asked = 0;
  for (const auto& week : f.bozza.periodo.settimane) {
    if (dal <= week.lunedi && week.lunedi <= al && week.ore) asked += week.ore->centesimi;
  }
  const auto hours = corpo.find("ore_centesimi");
  act.ore_centesimi = hours != corpo.end() && hours->is_number_integer() ? hours->get<std::int64_t>() : -1;
  if (act.ore_centesimi < 0) {
    refuse("provvedimento.ore", "Le ore da autorizzare mancano, oppure non sono centesimi interi di ora.",
           "Scrivi le ore da autorizzare.", "ore_centesimi");
  }
  if (act.ore_centesimi > asked) {
    refuse("provvedimento.ore",
           "Le ore autorizzate superano quelle chieste per queste settimane (" + domain::Hours{asked}.italiano() + ").",
           "Scrivi le ore da autorizzare.", "ore_centesimi");
  }
  act.dal = dal.iso();
  act.al = al.iso();
  act.settimane = (al - dal + 1) / 7;
  const auto excluded = excluded_workers(corpo);
  act.lavoratori = riga.lavoratori - static_cast<std::int64_t>(count_excluded(db, f, excluded));
  if (act.lavoratori <= 0)
    refuse("provvedimento.lavoratori", "Non resta nessun lavoratore.", "Lascia almeno un lavoratore.", "lavoratori_esclusi");
}

void check_first_decision(store::Connection& db, const Fascicolo& f, const json& corpo, Provvedimento& act, domain::Date oggi) {
  if (act.tipo == "reiezione") {
    check_reasons(strings(corpo, "motivi"), f, oggi);
    return;
  }
  read_authorised(db, f, corpo, act);
  const bool whole = is_whole(f, act);
  if (act.tipo == "accoglimento" && !whole)
    refuse("provvedimento.tipo", "L’autorizzazione è minore di quanto chiesto: non è un accoglimento pieno.",
           "Scegli l’accoglimento parziale.", "tipo");
  if (act.tipo == "accoglimento_parziale" && whole)
    refuse("provvedimento.tipo", "L’autorizzazione è pari a quanto chiesto: non è parziale.", "Scegli l’accoglimento.", "tipo");
  if (act.tipo == "accoglimento_parziale" && strings(corpo, "esclusioni").empty())
    refuse("provvedimento.esclusioni", "Manca che cosa non è autorizzato e perché.", "Scrivi almeno un’esclusione con il motivo.",
           "esclusioni");
}

const Provvedimento& find_act(const Fascicolo& f, std::int64_t n) {
  for (const auto& one : f.atti) {
    if (one.n == n) return one;
  }
  throw Refusal(Esito::non_trovata, "provvedimento.non_trovato", "La domanda non ha questo provvedimento.",
                "Ricarica la domanda.");
}

// An act on an act already signed, which must still be able to change that way.
void check_linked(store::Connection& db, const Fascicolo& f, const json& corpo, Provvedimento& act) {
  const auto before = corpo.find("precedente");
  if (before == corpo.end() || !before->is_number_integer())
    refuse("provvedimento.precedente", "Manca l’atto da cambiare.", "Indica il provvedimento.", "precedente");
  const Provvedimento& old = find_act(f, before->get<std::int64_t>());
  act.precedente = old.n;
  if (old.precedente && old.tipo != "rettifica")
    refuse("provvedimento.precedente", "Questo atto non decide sulla domanda.", "Indica l’atto che decide o la sua rettifica.",
           "precedente");
  if (!workflow::next("provvedimento", old.stato, workflow::evento_di(act.tipo))) {
    throw Refusal(Esito::in_conflitto, "provvedimento.stato",
                  "Il provvedimento è «" + old.stato + "»: questo atto non è possibile.", "Ricarica la domanda.");
  }
  if (act.tipo == "annullamento") return;
  if (old.dal.empty())
    refuse("provvedimento.precedente", "Il provvedimento non autorizza nulla: si può solo annullare.", "Scegli l’annullamento.",
           "precedente");
  if (act.tipo == "rettifica") read_authorised(db, f, corpo, act);
  if (act.tipo == "revoca") read_revocation(f, old, optional_text(corpo, "decorrenza", 20), act);
}

Provvedimento parse_act(store::Connection& db, const Fascicolo& f, const json& corpo, domain::Date oggi) {
  constexpr std::array<std::string_view, 3> kFirst{"accoglimento", "accoglimento_parziale", "reiezione"};
  constexpr std::array<std::string_view, 5> kLinked{"rettifica", "annullamento", "revoca", "sospensione", "ripresa"};
  Provvedimento act;
  act.stato = "in_firma";
  act.tipo = required_text(corpo, "tipo", 30);
  const auto in = [&](const auto& list) { return std::find(list.begin(), list.end(), act.tipo) != list.end(); };
  json content = {{"motivazione", read_motivation(corpo)},
                  {"motivi", strings(corpo, "motivi")},
                  {"esclusioni", strings(corpo, "esclusioni")},
                  {"lavoratori_esclusi", excluded_workers(corpo)},
                  {"mancata_risposta", unanswered_text(f.richieste, oggi)}};
  if (in(kFirst)) {
    check_first_decision(db, f, corpo, act, oggi);
  } else if (in(kLinked)) {
    check_linked(db, f, corpo, act);
  } else {
    refuse("provvedimento.tipo", "Questo tipo di provvedimento non esiste.", "Scegli un tipo proposto.", "tipo");
  }
  act.contenuto = content.dump();
  return act;
}

json detail_of(const Provvedimento& act) {
  return {{"provvedimento", act.n}, {"tipo", act.tipo}, {"contenuto", identity::sha256_hex(act.contenuto)}};
}

// The act with that number that waits for the signature.
const Provvedimento& require_waiting(const Fascicolo& f, std::string_view n) {
  const Provvedimento& act = find_act(f, domain::ascii::to_int(n).value_or(0));
  if (act.stato == "in_firma") return act;
  throw Refusal(Esito::in_conflitto, "provvedimento.stato", "Il provvedimento è «" + act.stato + "»: non attende la firma.",
                "Ricarica la domanda.");
}

// Two pairs of eyes are of two people: one who is operator and director has two identities and one codice fiscale.
void require_other_person(store::Connection& db, const Identita& chi, const Provvedimento& act) {
  const auto author = store::find_identita(db, act.proposto_da);
  if (act.proposto_da != chi.id && !(author && author->codice_fiscale == chi.codice_fiscale)) return;
  throw Refusal(Esito::in_conflitto, "provvedimento.stessa_persona", "Chi propone un provvedimento non può firmarlo.",
                "Lascia la firma a un altro direttore.");
}

// A document that comes late but before the decision is still valid (msg. INPS 1396/2018): an act that says that nobody answered
// is not signed once somebody has.
void require_still_true(const Fascicolo& f, const Provvedimento& act) {
  const std::string silence = json::parse(act.contenuto).value("mancata_risposta", "");
  for (const auto& one : f.richieste) {
    if (one.stato != "risposta" || silence.find(one.protocollo) == std::string::npos) continue;
    throw Refusal(
        Esito::in_conflitto, "provvedimento.superato",
        "Dopo la proposta è arrivata la risposta alla richiesta " + one.protocollo + ": l’atto dice che non è pervenuta.",
        "Rinvia il provvedimento: l’operatore valuta la risposta e ne propone un altro.");
  }
}

// Number, protocol and PDF. Answers the digest of the PDF, which is in the archive.
std::string register_act(Office& office, store::Connection& db, const Fascicolo& f, Provvedimento& act) {
  const RomeTime now = office.clock.roma();
  require_clock(db, f.riga().sede, now.giorno, "il provvedimento");
  act.numero = store::next_numero_provvedimento(db, f.riga().sede);
  act.protocollo = store::registra_protocollo(db, f.riga().sede, now.giorno, now.iso(), act_name(act.tipo) + " " + act.numero,
                                              identity::sha256_hex(act.contenuto));
  store::AllegatoDaSalvare pdf;
  pdf.contenuto = documents::write_pdf(act_document(f, act, *office.norme, now.giorno));
  pdf.impronta = identity::sha256_hex(pdf.contenuto);
  store::put_contenuto(db, pdf);
  return pdf.impronta;
}

}  // namespace

json provvedimenti_json(const Office& office, store::Connection& db, const std::vector<Provvedimento>& atti, bool ufficio) {
  json out = json::array();
  for (const auto& one : atti) {
    const bool signed_act = !one.firmato_da.empty();
    if (!ufficio && !signed_act) continue;
    const json content = json::parse(one.contenuto);
    out.push_back({{"n", one.n},
                   {"tipo", one.tipo},
                   {"nome", act_name(one.tipo)},
                   {"stato", one.stato},
                   {"precedente", one.precedente ? json(*one.precedente) : json()},
                   {"dal", one.dal},
                   {"al", one.al},
                   {"settimane", one.settimane},
                   {"ore_centesimi", one.ore_centesimi},
                   {"lavoratori", one.lavoratori},
                   {"esclusioni", content.at("esclusioni")},
                   {"motivi", content.at("motivi")},
                   {"motivazione", content.at("motivazione")},
                   {"mancata_risposta", content.at("mancata_risposta")},
                   {"proposto_da", one.proposto_da_nome},
                   {"proposto_il", one.proposto_il},
                   {"motivo_rinvio", ufficio ? one.motivo_rinvio : std::string()},
                   {"firmato_da", one.firmato_da_nome},
                   {"firmato_il", one.firmato_il},
                   {"numero", one.numero},
                   {"protocollo", one.protocollo},
                   {"documento", one.documento},
                   {"segnatura", signed_act && gives_segnatura(office, db, one.protocollo)}});
  }
  return out;
}

std::string propose_act(Office& office, const Identita& chi, std::string_view id, const json& corpo) {
  Fields::only(corpo, {"tipo", "precedente", "dal", "al", "ore_centesimi", "lavoratori_esclusi", "esclusioni", "motivi",
                       "decorrenza", "motivazione"});
  office.db.write([&](store::Connection& db) {
    const Fascicolo f = open_fascicolo(office, db, id);
    require_in_charge(chi, f.riga());
    const auto waiting = std::find_if(f.atti.begin(), f.atti.end(), [](const auto& one) { return one.stato == "in_firma"; });
    if (waiting != f.atti.end()) {
      throw Refusal(Esito::in_conflitto, "provvedimento.in_firma", "Un provvedimento attende già la firma del direttore.",
                    "Attendi la firma o il rinvio.");
    }
    Provvedimento act = parse_act(db, f, corpo, office.clock.oggi());
    act.proposto_da = chi.id;
    act.proposto_da_nome = full_name(chi);
    act.proposto_il = office.clock.roma().iso();
    act.n = store::insert_provvedimento(db, id, act);
    // An act on an act leaves the domanda where it is until the signature.
    take_step(office, db, chi, f.riga(), {act.precedente ? "" : "proponi", "provvedimento.proposto", "", detail_of(act)});
  });
  return read_istruttoria(office, chi, id);
}

std::string sign_act(Office& office, const Identita& chi, std::string_view id, std::string_view n) {
  office.db.write([&](store::Connection& db) {
    const Fascicolo f = open_fascicolo(office, db, id);
    Provvedimento act = require_waiting(f, n);
    require_other_person(db, chi, act);
    require_still_true(f, act);
    act.stato = "firmato";
    act.firmato_da = chi.id;
    act.firmato_da_nome = full_name(chi);
    act.firmato_il = office.clock.roma().iso();
    act.documento = register_act(office, db, f, act);
    store::firma_provvedimento(db, id, act);
    seal_act(office, db, f.riga(), act);
    const std::string event = apply_effects(db, f, act);
    json detail = detail_of(act);
    detail["numero"] = act.numero;
    detail["documento"] = act.documento;
    detail["atto"] = store::impronta(act);
    take_step(office, db, chi, f.riga(), {event, "provvedimento.firmato", "", detail});
  });
  return read_istruttoria(office, chi, id);
}

std::string send_back_act(Office& office, const Identita& chi, std::string_view id, std::string_view n, const json& corpo) {
  Fields::only(corpo, {"motivo"});
  const std::string motivo = required_text(corpo, "motivo", 2000);
  office.db.write([&](store::Connection& db) {
    const Fascicolo f = open_fascicolo(office, db, id);
    const Provvedimento& act = require_waiting(f, n);
    store::rinvia_provvedimento(db, id, act.n, chi.id, motivo);
    take_step(office, db, chi, f.riga(), {act.precedente ? "" : "rinvia", "provvedimento.rinviato", motivo, detail_of(act)});
  });
  return read_istruttoria(office, chi, id);
}

Provvedimento find_signed_act(Office& office, std::string_view id, std::string_view n) {
  for (auto& one : office.db.read([&](store::Connection& db) { return store::list_provvedimenti(db, id); })) {
    if (one.n == domain::ascii::to_int(n).value_or(0) && !one.documento.empty()) return std::move(one);
  }
  throw Refusal(Esito::non_trovata, "provvedimento.non_trovato", "La domanda non ha questo provvedimento firmato.",
                "Ricarica la domanda.");
}

store::AllegatoIntero read_act(Office& office, std::string_view id, std::string_view n) {
  const Provvedimento act = find_signed_act(office, id, n);
  return {"provvedimento-" + act.numero + ".pdf", "application/pdf",
          office.db.read([&](store::Connection& db) { return store::find_contenuto(db, act.documento); })};
}

}  // namespace omnia::services
