// Who may do what on what: the one table of powers. Every route asks it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
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
};
std::string_view nome(Azione azione);

// What the caller is to the object of an action.
using store::Relazione;

// The table. A role that has the action on no relation at all is refused with 403; a missing relation looks like absence.
bool puo(Ruolo ruolo, Azione azione, Relazione relazione);
bool puo_mai(Ruolo ruolo, Azione azione);

// The relation that the role gives by the data of the office today.
Relazione relazione(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi);
// Throws 403 "potere.assente" for a role without the action, 404 "matricola.non_trovata" for a matricola that is not the
// caller's.
Relazione require(store::Db& db, const Identita& chi, Azione azione, std::string_view matricola, domain::Date oggi);
void require_ever(const Identita& chi, Azione azione);

// What the first {…} of a route's path names.
enum class Oggetto { nessuno, matricola, domanda };
// The one gate of all routes with a session: the action must be the role's, and the object, when the path names one, must be
// in the relation that the table asks for. Throws 403 "potere.assente", or 404 as if the object did not exist.
void authorise(store::Db& db, const Identita& chi, Azione azione, Oggetto oggetto, std::string_view id, domain::Date oggi);

// The relation by which the role reaches positions, and whose they are.
store::Ambito ambito(const Identita& chi);

// The matricole of the caller today: own, delegated, or of the Sede.
std::vector<std::string> matricole(store::Db& db, const Identita& chi, domain::Date oggi);
// In what capacity the caller acts, for the rules.
domain::Titolo titolo(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi);

}  // namespace omnia::identity
