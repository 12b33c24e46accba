#include "server/identity/powers.hpp"

#include <algorithm>
#include <array>

#include "server/services/refusal.hpp"

namespace omnia::identity {
namespace {

using services::Esito;
using services::Refusal;

constexpr std::array<std::string_view, kRuoli> kNomiRuoli{"datore",  "intermediario", "operatore", "direttore",
                                                          "advisor", "analista",      "sicurezza", "amministratore"};

struct Riga {
  Azione azione;
  std::string_view nome;
  std::array<Relazione, kRuoli> per_ruolo;  // the relation that each role must have to the object
};

constexpr auto NO = Relazione::nessuna;
constexpr auto SUA = Relazione::propria;
constexpr auto DEL = Relazione::delegata;
constexpr auto SEDE = Relazione::della_sede;
constexpr auto IO = Relazione::personale;

// The one table: action × role -> relation to the object. Employers act for their own positions, intermediaries for those
// delegated today (L. 12/1979; circ. INPS 28/2011), operators and their director read what belongs to their Sede. Chat advisors
// and ministry analysts see no single position; those who guard the accesses or the machines see no case data at all.
// clang-format off
constexpr std::array kPoteri{
    //                                                 datore interm. operat. dirett. advisor anal. sicur. ammin.
    Riga{Azione::usa_sessione,    "usa_sessione",    {IO,    IO,     IO,     IO,     IO,     IO,   IO,    IO}},
    Riga{Azione::cerca_matricole, "cerca_matricole", {SUA,   DEL,    SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::legge_registro,  "legge_registro",  {SUA,   DEL,    SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::invia_domanda,   "invia_domanda",   {SUA,   DEL,    NO,     NO,     NO,     NO,   NO,    NO}},
    Riga{Azione::elenca_domande,  "elenca_domande",  {SUA,   DEL,    SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::legge_domanda,   "legge_domanda",   {SUA,   DEL,    SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::carica_uniemens, "carica_uniemens", {SUA,   DEL,    NO,     NO,     NO,     NO,   NO,    NO}},
    // Who proposes an act does not sign it: two pairs of eyes, one of them the director's.
    Riga{Azione::esamina_domanda, "esamina_domanda", {NO,    NO,     SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::assegna_domanda, "assegna_domanda", {NO,    NO,     SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::istruisce_domanda, "istruisce_domanda", {NO, NO,    SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::firma_provvedimento, "firma_provvedimento", {NO, NO, NO,    SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::vede_carichi,    "vede_carichi",    {NO,    NO,     SEDE,   SEDE,   NO,     NO,   NO,    NO}},
};
// clang-format on

const Riga* row_of(Azione azione) {
  const auto found = std::find_if(kPoteri.begin(), kPoteri.end(), [&](const Riga& riga) { return riga.azione == azione; });
  return found == kPoteri.end() ? nullptr : &*found;
}

Relazione required(Ruolo ruolo, Azione azione) {
  const Riga* riga = row_of(azione);
  return riga == nullptr ? Relazione::nessuna : riga->per_ruolo.at(static_cast<std::size_t>(ruolo));
}

[[noreturn]] void refuse_absent(Oggetto oggetto) {
  if (oggetto == Oggetto::domanda) {
    throw Refusal(Esito::non_trovata, "domanda.non_trovata", "La domanda non risulta tra quelle che puoi vedere.",
                  "Cercala nell’elenco delle domande.");
  }
  throw Refusal(Esito::non_trovata, "matricola.non_trovata", "La matricola non risulta tra quelle per cui puoi operare.",
                "Controlla le dieci cifre o verifica che la delega sia valida oggi.", "azienda.matricola");
}

// An operator's relation is decided by the Sede that holds the domanda, not by where the position is today.
Relazione relation_to_domanda(store::Db& db, const Identita& chi, std::string_view id, domain::Date oggi) {
  const auto place = db.read([&](SQLite::Database& r) { return store::find_luogo_domanda(r, id); });
  if (!place) return Relazione::nessuna;
  const store::Ambito mine = ambito(chi);
  if (mine.relazione == Relazione::della_sede) return place->sede == chi.sede ? mine.relazione : Relazione::nessuna;
  return relazione(db, chi, place->matricola, oggi);
}

}  // namespace

std::optional<Ruolo> parse_ruolo(std::string_view text) {
  const auto found = std::find(kNomiRuoli.begin(), kNomiRuoli.end(), text);
  if (found == kNomiRuoli.end()) return std::nullopt;
  return static_cast<Ruolo>(found - kNomiRuoli.begin());
}

std::string_view nome(Ruolo ruolo) { return kNomiRuoli.at(static_cast<std::size_t>(ruolo)); }

std::string_view nome(Azione azione) {
  const Riga* riga = row_of(azione);
  return riga == nullptr ? std::string_view() : riga->nome;
}

store::Ambito ambito(const Identita& chi) {
  switch (chi.ruolo) {
    case Ruolo::datore:
      return {Relazione::propria, chi.azienda_cf};
    case Ruolo::intermediario:
      return {Relazione::delegata, chi.codice_fiscale};
    case Ruolo::operatore:
    case Ruolo::direttore:
      return {Relazione::della_sede, chi.sede};
    case Ruolo::advisor:
    case Ruolo::analista:
    case Ruolo::sicurezza:
    case Ruolo::amministratore:
      break;
  }
  return {};
}

bool puo(Ruolo ruolo, Azione azione, Relazione relazione) {
  return relazione != Relazione::nessuna && required(ruolo, azione) == relazione;
}

bool puo_mai(Ruolo ruolo, Azione azione) { return required(ruolo, azione) != Relazione::nessuna; }

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
  if (!puo(chi.ruolo, azione, mine)) refuse_absent(Oggetto::matricola);
  return mine;
}

void authorise(store::Db& db, const Identita& chi, Azione azione, Oggetto oggetto, std::string_view id, domain::Date oggi) {
  require_ever(chi, azione);
  if (oggetto == Oggetto::nessuno) return;
  const Relazione mine = oggetto == Oggetto::matricola ? relazione(db, chi, id, oggi) : relation_to_domanda(db, chi, id, oggi);
  if (!puo(chi.ruolo, azione, mine)) refuse_absent(oggetto);
}

std::vector<std::string> matricole(store::Db& db, const Identita& chi, domain::Date oggi) {
  return store::list_matricole(db, ambito(chi), oggi);
}

domain::Titolo titolo(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi) {
  domain::Titolo mine;
  if (chi.ruolo == Ruolo::operatore || chi.ruolo == Ruolo::direttore) mine.ruolo = domain::RuoloTitolo::sistema;
  if (chi.ruolo != Ruolo::intermediario) return mine;
  mine.ruolo = domain::RuoloTitolo::intermediario;
  mine.attivo = relazione(db, chi, matricola, oggi) == Relazione::delegata;
  mine.delega_al = store::fine_delega(db, chi.codice_fiscale, matricola);
  return mine;
}

}  // namespace omnia::identity
