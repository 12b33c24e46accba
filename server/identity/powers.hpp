// Who may do what on what: the one table of powers. Every route asks it.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "server/store/grants_store.hpp"
#include "server/store/powers_store.hpp"
#include "shared/domain/date.hpp"
#include "shared/domain/registry.hpp"

namespace omnia::identity {

enum class Ruolo { datore, intermediario, operatore, direttore, advisor, analista, sicurezza, amministratore };
inline constexpr std::size_t kRuoli = 8;
std::optional<Ruolo> parse_ruolo(std::string_view text);
std::string_view nome(Ruolo ruolo);

struct Identita {
  std::string id;
  std::string codice_fiscale;
  std::string cognome;
  std::string nome;
  Ruolo ruolo = Ruolo::datore;
  std::string sede;         // operators and directors
  std::string azienda_cf;   // employers
  std::string supervisore;  // operators: the identity that answers for their work
};

// What a route does. Each has its row in the table of powers.cpp; a route whose action has none cannot be added.
enum class Azione {
  nessuna,
  usa_sessione,
  cerca_matricole,
  legge_registro,
  invia_domanda,
  elenca_domande,
  legge_domanda,
  carica_uniemens,
  esamina_domanda,  // istruttoria: reads the fascicolo
  assegna_domanda,
  istruisce_domanda,  // asks for what is missing, proposes the act
  firma_provvedimento,
  vede_carichi,
  legge_deleghe,
  concede_deleghe,
  revoca_deleghe,
  subdelega,
  legge_accessi,
  verifica_accessi,
  gestisce_abilitazioni,
  legge_configurazione,
  gestisce_attivazioni,
};
std::string_view nome(Azione azione);

// What the caller is to the object of an action.
using store::Relazione;

// The table. A role that has the action on no relation at all is refused with 403; a missing relation looks like absence.
bool puo(Ruolo ruolo, Azione azione, Relazione relazione);
bool puo_mai(Ruolo ruolo, Azione azione);

// What the table asks of the role for the action.
Relazione relazione_richiesta(Ruolo ruolo, Azione azione);
// What a delegation may cover; `domande` comprises `consultazione`.
const std::array<std::string_view, 3>& servizi();

// The relation that the role gives by the data of the office today; a delegation must cover the action.
Relazione relazione(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi,
                    Azione azione = Azione::nessuna);
// Throws 403 "potere.assente" for a role without the action, 404 "matricola.non_trovata" for a matricola that is not the
// caller's.
Relazione require(store::Db& db, const Identita& chi, Azione azione, std::string_view matricola, domain::Date oggi);
void require_ever(const Identita& chi, Azione azione);

// What the first {…} of a route's path names.
enum class Oggetto { nessuno, matricola, domanda, delega, subdelega };
// The matricola that an object speaks of; empty when there is none.
std::string matricola_of(store::Connection& db, Oggetto oggetto, std::string_view id);
// The one gate of all routes with a session: the action must be the role's, and the object, when the path names one, must be
// in the relation that the table asks for; who works for the office must hold a grant that is in force, if grants were given to
// that identity (an analyst always). Throws 403 "potere.assente" or "abilitazione.*", or 404 as if the object did not exist.
void authorise(store::Db& db, const Identita& chi, Azione azione, Oggetto oggetto, std::string_view id, domain::Date oggi);

// How a grant stands on a day.
enum class StatoAbilitazione { attiva, non_ancora, da_rivedere, scaduta, revocata };
std::string_view nome(StatoAbilitazione stato);
StatoAbilitazione stato_abilitazione(const store::RigaAbilitazione& abilitazione, domain::Date oggi);

// The relation by which the role reaches positions, and whose they are.
store::Ambito ambito(const Identita& chi, Azione azione = Azione::nessuna);

// The scopes in which the action reaches a domanda today. Empty: there is no such domanda.
std::vector<store::Ambito> interessati(store::Db& db, Azione azione, std::string_view domanda, domain::Date oggi);

// The matricole of the caller today: own, delegated, or of the Sede.
std::vector<std::string> matricole(store::Db& db, const Identita& chi, domain::Date oggi, Azione azione = Azione::nessuna);
// In what capacity the caller acts, for the rules.
domain::Titolo titolo(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi);

}  // namespace omnia::identity
