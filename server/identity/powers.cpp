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
  std::string_view servizio;                // that a delegation must cover; empty: any
  std::array<Relazione, kRuoli> per_ruolo;  // the relation that each role must have to the object
};

constexpr auto NO = Relazione::nessuna;
constexpr auto SUA = Relazione::propria;
constexpr auto DEL = Relazione::delegata;
constexpr auto SEDE = Relazione::della_sede;
constexpr auto IO = Relazione::personale;
constexpr auto UFF = Relazione::ufficio;

constexpr std::string_view kConsultazione = "consultazione";
constexpr std::string_view kDomande = "domande";
constexpr std::string_view kUniemens = "uniemens";

// The one table: action × role -> relation to the object. Employers act for their own positions, intermediaries for those
// delegated today (L. 12/1979; circ. INPS 28/2011), operators and their director read what belongs to their Sede. Chat advisors
// and ministry analysts see no single position; those who guard the accesses or the machines see no case data at all.
// clang-format off
constexpr std::array kPoteri{
    //                                                                               datore interm. operat. dirett. advisor anal. sicur. ammin.
    Riga{Azione::usa_sessione,          "usa_sessione",          "",             {IO,    IO,     IO,     IO,     IO,     IO,   IO,    IO}},
    Riga{Azione::cerca_matricole,       "cerca_matricole",       "",             {SUA,   DEL,    SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::legge_registro,        "legge_registro",        "",             {SUA,   DEL,    SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::invia_domanda,         "invia_domanda",         kDomande,       {SUA,   DEL,    NO,     NO,     NO,     NO,   NO,    NO}},
    Riga{Azione::elenca_domande,        "elenca_domande",        kConsultazione, {SUA,   DEL,    SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::legge_domanda,         "legge_domanda",         kConsultazione, {SUA,   DEL,    SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::carica_uniemens,       "carica_uniemens",       kUniemens,      {SUA,   DEL,    NO,     NO,     NO,     NO,   NO,    NO}},
    // Who proposes an act does not sign it: two pairs of eyes, one of them the director's.
    Riga{Azione::esamina_domanda,       "esamina_domanda",       "",             {NO,    NO,     SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::assegna_domanda,       "assegna_domanda",       "",             {NO,    NO,     SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::istruisce_domanda,     "istruisce_domanda",     "",             {NO,    NO,     SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::firma_provvedimento,   "firma_provvedimento",   "",             {NO,    NO,     NO,     SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::vede_carichi,          "vede_carichi",          "",             {NO,    NO,     SEDE,   SEDE,   NO,     NO,   NO,    NO}},
    Riga{Azione::legge_deleghe,         "legge_deleghe",         "",             {SUA,   DEL,    NO,     NO,     NO,     NO,   NO,    NO}},
    Riga{Azione::concede_deleghe,       "concede_deleghe",       "",             {SUA,   NO,     NO,     NO,     NO,     NO,   NO,    NO}},
    Riga{Azione::revoca_deleghe,        "revoca_deleghe",        "",             {SUA,   DEL,    NO,     NO,     NO,     NO,   NO,    NO}},
    Riga{Azione::subdelega,             "subdelega",             "",             {NO,    DEL,    NO,     NO,     NO,     NO,   NO,    NO}},
    Riga{Azione::legge_accessi,         "legge_accessi",         "",             {SUA,   NO,     NO,     NO,     NO,     NO,   UFF,   NO}},
    Riga{Azione::verifica_accessi,      "verifica_accessi",      "",             {NO,    NO,     NO,     NO,     NO,     NO,   UFF,   NO}},
    Riga{Azione::gestisce_abilitazioni, "gestisce_abilitazioni", "",             {NO,    NO,     NO,     NO,     NO,     NO,   UFF,   NO}},
    Riga{Azione::legge_configurazione,  "legge_configurazione",  "",             {NO,    NO,     NO,     NO,     NO,     NO,   NO,    UFF}},
    Riga{Azione::gestisce_attivazioni,  "gestisce_attivazioni",  "",             {NO,    NO,     NO,     NO,     NO,     NO,   NO,    UFF}},
};
// clang-format on

const Riga* row_of(Azione azione) {
  const auto found = std::find_if(kPoteri.begin(), kPoteri.end(), [&](const Riga& riga) { return riga.azione == azione; });
  return found == kPoteri.end() ? nullptr : &*found;
}

[[noreturn]] void refuse_absent(Oggetto oggetto) {
  switch (oggetto) {
    case Oggetto::domanda:
      throw Refusal(Esito::non_trovata, "domanda.non_trovata", "La domanda non risulta tra quelle che puoi vedere.",
                    "Cercala nell’elenco delle domande.");
    case Oggetto::delega:
      throw Refusal(Esito::non_trovata, "delega.non_trovata", "La delega non risulta tra le tue, oppure non è valida oggi.",
                    "Cercala nell’elenco delle deleghe.");
    case Oggetto::subdelega:
      throw Refusal(Esito::non_trovata, "subdelega.non_trovata", "La subdelega non risulta tra quelle che hai concesso.",
                    "Cercala nell’elenco delle deleghe.");
    case Oggetto::matricola:
    case Oggetto::nessuno:
      break;
  }
  throw Refusal(Esito::non_trovata, "matricola.non_trovata", "La matricola non risulta tra quelle per cui puoi operare.",
                "Controlla le dieci cifre o verifica che la delega sia valida oggi.", "azienda.matricola");
}

// An operator's relation is decided by the Sede that holds the domanda, not by where the position is today.
Relazione relation_to_domanda(store::Db& db, const Identita& chi, Azione azione, std::string_view id, domain::Date oggi) {
  const auto place = db.read([&](store::Connection& r) { return store::find_luogo_domanda(r, id); });
  if (!place) return Relazione::nessuna;
  const store::Ambito mine = ambito(chi);
  if (mine.relazione == Relazione::della_sede) return place->sede == chi.sede ? mine.relazione : Relazione::nessuna;
  return relazione(db, chi, place->matricola, oggi, azione);
}

// A delegation is of who gave it and of who holds it; of others on the same position it is nothing to an intermediary.
Relazione relation_to_delega(store::Db& db, const Identita& chi, std::string_view id, domain::Date oggi) {
  const auto row = db.read([&](store::Connection& r) { return store::find_delega(r, id); });
  if (!row) return Relazione::nessuna;
  if (chi.ruolo != Ruolo::intermediario) return relazione(db, chi, row->matricola, oggi);
  const bool living = (!row->al || *row->al >= oggi) && (!row->revocata_il || *row->revocata_il > oggi);
  return row->intermediario_cf == chi.codice_fiscale && living ? Relazione::delegata : Relazione::nessuna;
}

Relazione relation_to(store::Db& db, const Identita& chi, Azione azione, Oggetto oggetto, std::string_view id,
                      domain::Date oggi) {
  switch (oggetto) {
    case Oggetto::matricola:
      return relazione(db, chi, id, oggi, azione);
    case Oggetto::domanda:
      return relation_to_domanda(db, chi, azione, id, oggi);
    case Oggetto::delega:
      return relation_to_delega(db, chi, id, oggi);
    case Oggetto::subdelega: {
      const auto row = db.read([&](store::Connection& r) { return store::find_subdelega(r, id); });
      return row ? relation_to_delega(db, chi, row->delega, oggi) : Relazione::nessuna;
    }
    case Oggetto::nessuno:
      break;
  }
  return Relazione::nessuna;
}

[[noreturn]] void refuse_grant(StatoAbilitazione stato) {
  const char* text = stato == StatoAbilitazione::revocata     ? "La tua abilitazione è stata revocata."
                     : stato == StatoAbilitazione::non_ancora ? "La tua abilitazione non è ancora cominciata."
                     : stato == StatoAbilitazione::da_rivedere
                         ? "La revisione annuale della tua abilitazione non è stata fatta in tempo."
                         : "La tua abilitazione è scaduta.";
  throw Refusal(Esito::vietata, "abilitazione." + std::string(nome(stato)), text, "Rivolgiti all’area sicurezza.");
}

// Employers and intermediaries need none: theirs is the company or the delegation.
void require_grant(store::Db& db, const Identita& chi, domain::Date oggi) {
  if (chi.ruolo == Ruolo::datore || chi.ruolo == Ruolo::intermediario) return;
  const auto grant = db.read([&](store::Connection& r) { return store::abilitazione_di(r, chi.id, oggi); });
  if (!grant && chi.ruolo != Ruolo::analista) return;
  if (!grant) {
    throw Refusal(Esito::vietata, "abilitazione.assente", "Non risulta una richiesta AA07 che ti abiliti.",
                  "Chiedi al tuo Ministero di inviarla per PEC all’area sicurezza.");
  }
  const auto stato = stato_abilitazione(*grant, oggi);
  if (stato != StatoAbilitazione::attiva) refuse_grant(stato);
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

Relazione relazione_richiesta(Ruolo ruolo, Azione azione) {
  const Riga* riga = row_of(azione);
  return riga == nullptr ? Relazione::nessuna : riga->per_ruolo.at(static_cast<std::size_t>(ruolo));
}

const std::array<std::string_view, 3>& servizi() {
  static constexpr std::array<std::string_view, 3> kServizi{kConsultazione, kDomande, kUniemens};
  return kServizi;
}

std::string_view nome(StatoAbilitazione stato) {
  constexpr std::array<std::string_view, 5> kNomi{"attiva", "non_ancora", "da_rivedere", "scaduta", "revocata"};
  return kNomi.at(static_cast<std::size_t>(stato));
}

StatoAbilitazione stato_abilitazione(const store::RigaAbilitazione& a, domain::Date oggi) {
  if (a.revocata_il) return StatoAbilitazione::revocata;
  if (oggi < a.dal) return StatoAbilitazione::non_ancora;
  if (oggi > a.al) return StatoAbilitazione::scaduta;
  return oggi > a.revisione_entro ? StatoAbilitazione::da_rivedere : StatoAbilitazione::attiva;
}

store::Ambito ambito(const Identita& chi, Azione azione) {
  const Riga* riga = row_of(azione);
  switch (chi.ruolo) {
    case Ruolo::datore:
      return {Relazione::propria, chi.azienda_cf};
    case Ruolo::intermediario:
      return {Relazione::delegata, chi.codice_fiscale, riga == nullptr ? std::string() : std::string(riga->servizio)};
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
  return relazione != Relazione::nessuna && relazione_richiesta(ruolo, azione) == relazione;
}

bool puo_mai(Ruolo ruolo, Azione azione) { return relazione_richiesta(ruolo, azione) != Relazione::nessuna; }

Relazione relazione(store::Db& db, const Identita& chi, std::string_view matricola, domain::Date oggi, Azione azione) {
  const store::Ambito mine = ambito(chi, azione);
  return store::comprende(db, mine, matricola, oggi) ? mine.relazione : Relazione::nessuna;
}

std::vector<store::Ambito> interessati(store::Db& db, Azione azione, std::string_view domanda, domain::Date oggi) {
  const Riga* riga = row_of(azione);
  return db.read([&](store::Connection& r) {
    const auto place = store::find_luogo_domanda(r, domanda);
    return place && riga != nullptr ? store::list_interessati(r, *place, riga->servizio, oggi) : std::vector<store::Ambito>();
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
  const Relazione mine = relazione(db, chi, matricola, oggi, azione);
  if (!puo(chi.ruolo, azione, mine)) refuse_absent(Oggetto::matricola);
  return mine;
}

std::string matricola_of(store::Connection& db, Oggetto oggetto, std::string_view id) {
  switch (oggetto) {
    case Oggetto::matricola:
      return std::string(id);
    case Oggetto::domanda: {
      const auto place = store::find_luogo_domanda(db, id);
      return place ? place->matricola : std::string();
    }
    case Oggetto::delega: {
      const auto row = store::find_delega(db, id);
      return row ? row->matricola : std::string();
    }
    case Oggetto::subdelega: {
      const auto row = store::find_subdelega(db, id);
      return row ? row->matricola : std::string();
    }
    case Oggetto::nessuno:
      break;
  }
  return {};
}

void authorise(store::Db& db, const Identita& chi, Azione azione, Oggetto oggetto, std::string_view id, domain::Date oggi) {
  require_ever(chi, azione);
  if (azione != Azione::usa_sessione) require_grant(db, chi, oggi);
  if (oggetto != Oggetto::nessuno && !puo(chi.ruolo, azione, relation_to(db, chi, azione, oggetto, id, oggi))) {
    refuse_absent(oggetto);
  }
}

std::vector<std::string> matricole(store::Db& db, const Identita& chi, domain::Date oggi, Azione azione) {
  return store::list_matricole(db, ambito(chi, azione), oggi);
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
