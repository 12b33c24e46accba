#include "server/identity/powers.hpp"

#include <array>

#include "server/services/refusal.hpp"

namespace omnia::identity {
namespace {

using services::Esito;
using services::Refusal;

struct Potere {
  Ruolo ruolo;
  Azione azione;
  Relazione relazione;
};

// Employers act for their own positions, intermediaries for those delegated today (L. 12/1979; circ. INPS 28/2011),
// operators read what belongs to their Sede. Chat advisors and ministry analysts see no single position.
constexpr std::array kPoteri{
    Potere{Ruolo::datore, Azione::cerca_matricole, Relazione::propria},
    Potere{Ruolo::datore, Azione::legge_registro, Relazione::propria},
    Potere{Ruolo::datore, Azione::invia_domanda, Relazione::propria},
    Potere{Ruolo::datore, Azione::elenca_domande, Relazione::propria},
    Potere{Ruolo::datore, Azione::legge_domanda, Relazione::propria},
    Potere{Ruolo::datore, Azione::carica_uniemens, Relazione::propria},
    Potere{Ruolo::intermediario, Azione::cerca_matricole, Relazione::delegata},
    Potere{Ruolo::intermediario, Azione::legge_registro, Relazione::delegata},
    Potere{Ruolo::intermediario, Azione::invia_domanda, Relazione::delegata},
    Potere{Ruolo::intermediario, Azione::elenca_domande, Relazione::delegata},
    Potere{Ruolo::intermediario, Azione::legge_domanda, Relazione::delegata},
    Potere{Ruolo::intermediario, Azione::carica_uniemens, Relazione::delegata},
    Potere{Ruolo::operatore, Azione::cerca_matricole, Relazione::della_sede},
    Potere{Ruolo::operatore, Azione::legge_registro, Relazione::della_sede},
    Potere{Ruolo::operatore, Azione::elenca_domande, Relazione::della_sede},
    Potere{Ruolo::operatore, Azione::legge_domanda, Relazione::della_sede},
};

constexpr std::array<std::pair<std::string_view, Ruolo>, 5> kRuoli{{{"datore", Ruolo::datore},
                                                                    {"intermediario", Ruolo::intermediario},
                                                                    {"operatore", Ruolo::operatore},
                                                                    {"advisor", Ruolo::advisor},
                                                                    {"analista", Ruolo::analista}}};

}  // namespace

std::optional<Ruolo> parse_ruolo(std::string_view text) {
  for (const auto& [word, ruolo] : kRuoli) {
    if (word == text) return ruolo;
  }
  return std::nullopt;
}

std::string_view nome(Ruolo ruolo) {
  for (const auto& [word, value] : kRuoli) {
    if (value == ruolo) return word;
  }
  return "";
}

store::Ambito ambito(const Identita& chi) {
  switch (chi.ruolo) {
    case Ruolo::datore:
      return {Relazione::propria, chi.azienda_cf};
    case Ruolo::intermediario:
      return {Relazione::delegata, chi.codice_fiscale};
    case Ruolo::operatore:
      return {Relazione::della_sede, chi.sede};
    case Ruolo::advisor:
    case Ruolo::analista:
      break;
  }
  return {};
}

bool puo(Ruolo ruolo, Azione azione, Relazione relazione) {
  for (const auto& potere : kPoteri) {
    if (potere.ruolo == ruolo && potere.azione == azione && potere.relazione == relazione) return true;
  }
  return false;
}

bool puo_mai(Ruolo ruolo, Azione azione) {
  for (const auto& potere : kPoteri) {
    if (potere.ruolo == ruolo && potere.azione == azione) return true;
  }
  return false;
}

Relazione relazione(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi) {
  const store::Ambito mine = ambito(chi);
  return store::comprende(db, mine, matricola, oggi) ? mine.relazione : Relazione::nessuna;
}

void require_ever(const Identita& chi, Azione azione) {
  if (!puo_mai(chi.ruolo, azione)) {
    throw Refusal(Esito::vietata, "potere.assente", "Il tuo ruolo non consente questa operazione.",
                  "Accedi con l’identità di chi può compierla.");
  }
}

Relazione require(store::Db& db, const Identita& chi, Azione azione, std::string_view matricola, domain::Date oggi) {
  require_ever(chi, azione);
  const Relazione mine = relazione(db, chi, matricola, oggi);
  if (!puo(chi.ruolo, azione, mine)) {
    throw Refusal(Esito::non_trovata, "matricola.non_trovata", "La matricola non risulta tra quelle per cui puoi operare.",
                  "Controlla le dieci cifre o verifica che la delega sia valida oggi.", "azienda.matricola");
  }
  return mine;
}

std::vector<std::string> matricole(store::Db& db, const Identita& chi, domain::Date oggi) {
  return store::list_matricole(db, ambito(chi), oggi);
}

domain::Titolo titolo(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi) {
  domain::Titolo mine;
  if (chi.ruolo == Ruolo::operatore) mine.ruolo = domain::RuoloTitolo::sistema;
  if (chi.ruolo != Ruolo::intermediario) return mine;
  mine.ruolo = domain::RuoloTitolo::intermediario;
  mine.attivo = relazione(db, chi, matricola, oggi) == Relazione::delegata;
  mine.delega_al = store::fine_delega(db, chi.codice_fiscale, matricola);
  return mine;
}

}  // namespace omnia::identity
