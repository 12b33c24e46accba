#include "server/services/abilitazioni.hpp"

#include <algorithm>

#include "server/identity/secrets.hpp"
#include "server/services/fields.hpp"
#include "server/services/poteri.hpp"
#include "server/services/refusal.hpp"
#include "server/store/grants_store.hpp"
#include "server/store/identity_store.hpp"
#include "shared/domain/ascii.hpp"
#include "shared/domain/identifiers.hpp"

namespace omnia::services {
namespace {

using identity::Identita;
using identity::Ruolo;
using nlohmann::json;
using store::Potere;

constexpr int kReviewDays = 365;    // yearly
constexpr int kLongestDays = 1095;  // three years: then a new act

bool granted_here(Ruolo ruolo) { return ruolo != Ruolo::datore && ruolo != Ruolo::intermediario; }

json describe(const store::RigaAbilitazione& a, domain::Date oggi) {
  const auto& who = a.chi;
  json out = {{"id", a.id},
              {"identita", a.identita},
              {"atto", a.atto},
              {"protocollo", a.protocollo},
              {"richiesta_il", a.richiesta_il.iso()},
              {"dal", a.dal.iso()},
              {"al", a.al.iso()},
              {"revisione_entro", a.revisione_entro.iso()},
              {"concessa_da", a.concessa_da},
              {"concessa_il", a.concessa_il},
              {"stato", identity::nome(identity::stato_abilitazione(a, oggi))}};
  if (who)
    out.update({{"codice_fiscale", who->codice_fiscale}, {"cognome", who->cognome}, {"nome", who->nome}, {"ruolo", who->ruolo}});
  if (who && !who->sede.empty()) out["sede"] = who->sede;
  if (who && !who->supervisore.empty()) out["supervisore"] = who->supervisore;
  if (a.revocata_il) {
    out.update({{"revocata_da", a.revocata_da}, {"revocata_il", a.revocata_il->iso()}, {"motivo_revoca", a.motivo_revoca}});
  }
  return out;
}

std::string answer(Office& office, std::string_view id) {
  return office.db.read([&](store::Connection& db) {
    return json{{"abilitazione", describe(store::find_abilitazione(db, id).value(), office.clock.oggi())}}.dump();
  });
}

store::RigaIdentita read_person(Fields& fields) {
  store::RigaIdentita who;
  who.codice_fiscale = fields.identifier<domain::CodiceFiscale>("codice_fiscale");
  who.cognome = fields.text("cognome", 120);
  who.nome = fields.text("nome", 120);
  who.ruolo = fields.text("ruolo");
  who.sede = fields.optional_text("sede", 4);
  who.supervisore = fields.optional_text("supervisore", 40);  // as it was written: the identity is found when it is stored
  const auto ruolo = identity::parse_ruolo(who.ruolo);
  if (!ruolo || !granted_here(*ruolo)) {
    Fields::refuse("ruolo",
                   "datori e intermediari operano per l’azienda o per delega; gli altri ruoli sono operatore, direttore, "
                   "advisor, analista, sicurezza, amministratore.");
  }
  const bool of_sede = *ruolo == Ruolo::operatore || *ruolo == Ruolo::direttore;
  const bool sede = who.sede.size() == 4 && domain::ascii::all_digits(who.sede);
  if (of_sede ? !sede : !who.sede.empty())
    Fields::refuse("sede", "operatori e direttori, e solo loro, hanno una Sede di quattro cifre.");
  if (!who.supervisore.empty() && *ruolo != Ruolo::operatore)
    Fields::refuse("supervisore", "solo un operatore ha un supervisore.");
  return who;
}

store::RigaAbilitazione read_grant(Fields& fields, const store::RigaIdentita& who, domain::Date oggi) {
  store::RigaAbilitazione row;
  row.protocollo = fields.text("protocollo", 80);
  row.richiesta_il = fields.day("richiesta_il");
  row.dal = fields.day("dal");
  row.al = fields.day("al");
  fields.end();
  row.atto = who.ruolo == "analista" ? "AA07" : "incarico";
  if (row.richiesta_il > oggi) Fields::refuse("richiesta_il", "è un giorno che deve ancora venire.");
  if (row.al < row.dal || row.al < oggi) Fields::refuse("al", "viene prima dell’inizio, o è già passato.");
  if (row.al - row.dal > kLongestDays) Fields::refuse("al", "un’abilitazione dura al massimo tre anni.");
  row.revisione_entro = std::min(row.al, row.dal + kReviewDays);
  return row;
}

// Who answers for an operator is a director of the same Sede, named by identity or by codice fiscale.
std::string supervisor_of(store::Connection& db, const store::RigaIdentita& who) {
  if (who.supervisore.empty()) return {};
  auto named = store::list_poteri(db, who.supervisore);
  if (auto one = store::find_identita(db, who.supervisore)) named.push_back(std::move(*one));
  for (const auto& one : named) {
    if (one.ruolo == "direttore" && one.sede == who.sede) return one.id;
  }
  Fields::refuse("supervisore", "non è un direttore della stessa Sede.");
}

// The identity of this person with this role and Sede, new or as it was; a supervisor that is named is the one from now on.
std::string identity_of(const Office& office, store::Connection& db, const Identita& chi, store::RigaIdentita who) {
  who.supervisore = supervisor_of(db, who);
  for (auto& known : store::list_poteri(db, who.codice_fiscale)) {
    if (known.ruolo != who.ruolo || known.sede != who.sede) continue;
    if (!who.supervisore.empty() && known.supervisore != who.supervisore) {
      known.supervisore = who.supervisore;
      store::put_identita(db, known);
      record_potere(office, db, chi, Potere::identita, known.id, "registrata");
    }
    return known.id;
  }
  who.id = identity::random_uuid();
  store::put_identita(db, who);
  record_potere(office, db, chi, Potere::identita, who.id, "registrata");
  return who.id;
}

store::RigaAbilitazione living(store::Connection& db, std::string_view id) {
  auto row = store::find_abilitazione(db, id);
  if (!row) {
    throw Refusal(Esito::non_trovata, "abilitazione.non_trovata", "Questa abilitazione non esiste.",
                  "Cercala nell’elenco delle abilitazioni.");
  }
  if (row->revocata_il) {
    throw Refusal(Esito::in_conflitto, "abilitazione.gia_revocata", "L’abilitazione è già revocata.",
                  "Concedine una nuova, se serve.");
  }
  return std::move(*row);
}

// A power is given once: with two acts for the same days, who revokes one would leave the other.
void refuse_twice(store::Connection& db, const store::RigaAbilitazione& row) {
  for (const auto& one : store::list_abilitazioni(db)) {
    if (one.identita != row.identita || one.revocata_il || one.al < row.dal || row.al < one.dal) continue;
    throw Refusal(Esito::in_conflitto, "abilitazione.gia_presente", "Questa persona ha già l’abilitazione in questi giorni.",
                  "Revoca prima quella che c’è, oppure indica giorni che non si sovrappongono.");
  }
}

// Nobody decides on the own power: two people are always needed.
void refuse_own(store::Connection& db, const Identita& chi, const std::string& identita) {
  const auto who = store::find_identita(db, identita);
  if (who && who->codice_fiscale == chi.codice_fiscale) {
    throw Refusal(Esito::vietata, "abilitazione.propria", "Non puoi decidere sulle tue abilitazioni.",
                  "Chiedi a un’altra persona dell’area sicurezza.");
  }
}

}  // namespace

std::string list_grants(Office& office) {
  return office.db.read([&](store::Connection& db) {
    json rows = json::array();
    for (const auto& one : store::list_abilitazioni(db)) rows.push_back(describe(one, office.clock.oggi()));
    return json{{"righe", std::move(rows)}}.dump();
  });
}

std::string give_grant(Office& office, const Identita& chi, const json& body) {
  Fields fields(body);
  const auto who = read_person(fields);
  auto row = read_grant(fields, who, office.clock.oggi());
  row.id = identity::random_uuid();
  row.concessa_da = chi.id;
  row.concessa_il = office.clock.roma().iso();
  office.db.write([&](store::Connection& db) {
    row.identita = identity_of(office, db, chi, who);
    refuse_own(db, chi, row.identita);
    refuse_twice(db, row);
    store::insert_abilitazione(db, row);
    record_potere(office, db, chi, Potere::abilitazione, row.id, "concessa");
  });
  return answer(office, row.id);
}

std::string review_grant(Office& office, const Identita& chi, std::string_view id) {
  office.db.write([&](store::Connection& db) {
    const auto row = living(db, id);
    refuse_own(db, chi, row.identita);
    store::review_abilitazione(db, id, std::min(row.al, office.clock.oggi() + kReviewDays));
    record_potere(office, db, chi, Potere::abilitazione, id, "rivista");
  });
  return answer(office, id);
}

void revoke_grant(Office& office, const Identita& chi, std::string_view id, const json& body) {
  Fields fields(body);
  const std::string why = fields.text("motivo", 500);
  fields.end();
  office.db.write([&](store::Connection& db) {
    const auto row = living(db, id);
    refuse_own(db, chi, row.identita);
    store::revoke_abilitazione(db, id, chi.id, office.clock.oggi(), why);
    record_potere(office, db, chi, Potere::abilitazione, id, "revocata");
    store::delete_sessioni_dell_identita(db, row.identita);
  });
}

}  // namespace omnia::services
