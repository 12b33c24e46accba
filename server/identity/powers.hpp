// Who may do what on what: the one table of powers. Every route asks it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "server/store/powers_store.hpp"
#include "shared/domain/date.hpp"
#include "shared/domain/registry.hpp"

namespace omnia::identity {

enum class Ruolo { datore, intermediario, operatore, advisor, analista };
std::optional<Ruolo> parse_ruolo(std::string_view text);
std::string_view nome(Ruolo ruolo);

struct Identita {
  std::string id;
  std::string codice_fiscale;
  std::string cognome;
  std::string nome;
  Ruolo ruolo = Ruolo::datore;
  std::string sede;        // operators
  std::string azienda_cf;  // employers
};

enum class Azione { cerca_matricole, legge_registro, invia_domanda, elenca_domande, legge_domanda, carica_uniemens };

// What the caller is to a matricola.
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

// The relation by which the role reaches positions, and whose they are.
store::Ambito ambito(const Identita& chi);

// The matricole of the caller today: own, delegated, or of the Sede.
std::vector<std::string> matricole(store::Db& db, const Identita& chi, domain::Date oggi);
// In what capacity the caller acts, for the rules.
domain::Titolo titolo(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi);

}  // namespace omnia::identity
