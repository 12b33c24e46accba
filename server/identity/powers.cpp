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

Ambito ambito(const Identita& chi) {
  switch (chi.ruolo) {
    case Ruolo::datore:
      return {"SELECT matricola FROM posizioni WHERE codice_fiscale = :chi AND :oggi <> ''", chi.azienda_cf, Relazione::propria};
    case Ruolo::intermediario:
      return {
          "SELECT matricola FROM deleghe WHERE intermediario_cf = :chi AND dal <= :oggi AND (al IS NULL OR al >= :oggi) "
          "AND (revocata_il IS NULL OR revocata_il > :oggi)",
          chi.codice_fiscale, Relazione::delegata};
    case Ruolo::operatore:
      return {"SELECT matricola FROM posizioni WHERE sede = :chi AND :oggi <> ''", chi.sede, Relazione::della_sede};
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
  const Ambito mine = ambito(chi);
  if (mine.sql.empty() || mine.chi.empty()) return Relazione::nessuna;
  return db.read([&](SQLite::Database& connection) {
    SQLite::Statement query(connection, "SELECT 1 FROM (" + mine.sql + ") WHERE matricola = :matricola");
    query.bind(":chi", mine.chi);
    query.bind(":oggi", oggi.iso());
    query.bind(":matricola", std::string(matricola));
    return query.executeStep() ? mine.relazione : Relazione::nessuna;
  });
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
  std::vector<std::string> found;
  const Ambito mine = ambito(chi);
  if (mine.sql.empty() || mine.chi.empty()) return found;
  db.read([&](SQLite::Database& connection) {
    SQLite::Statement query(connection, "SELECT DISTINCT matricola FROM (" + mine.sql + ") ORDER BY matricola");
    query.bind(":chi", mine.chi);
    query.bind(":oggi", oggi.iso());
    while (query.executeStep()) found.push_back(query.getColumn(0).getString());
  });
  return found;
}

domain::Titolo titolo(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi) {
  domain::Titolo mine;
  if (chi.ruolo == Ruolo::operatore) mine.ruolo = domain::RuoloTitolo::sistema;
  if (chi.ruolo != Ruolo::intermediario) return mine;
  mine.ruolo = domain::RuoloTitolo::intermediario;
  mine.attivo = relazione(db, chi, matricola, oggi) == Relazione::delegata;
  db.read([&](SQLite::Database& connection) {
    // Several delegations may overlap: an open one wins, then the longest.
    SQLite::Statement query(connection,
                            "SELECT coalesce(al, '') FROM deleghe WHERE intermediario_cf = ? AND matricola = ? "
                            "ORDER BY al IS NULL DESC, al DESC LIMIT 1");
    query.bind(1, chi.codice_fiscale);
    query.bind(2, std::string(matricola));
    if (!query.executeStep()) return;
    const auto al = domain::Date::parse(query.getColumn(0).getString());
    if (al.ok()) mine.delega_al = al.value();
  });
  return mine;
}

}  // namespace omnia::identity
