// A domanda received by the old procedure.
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/identity/secrets.hpp"
#include "server/services/attivazioni.hpp"
#include "server/services/pregresso/righe.hpp"
#include "server/store/audit_store.hpp"
#include "server/store/fascicoli_check.hpp"
#include "server/store/istruttoria_store.hpp"
#include "server/store/pregresso_store.hpp"
#include "server/store/registry_store.hpp"
#include "shared/domain/quantity.hpp"
#include "shared/rules/deadlines/deadlines.hpp"
#include "shared/rules/review.hpp"
#include "shared/wire/wire.hpp"

namespace omnia::services {
namespace {

using csv::Cells;
using domain::Date;

struct Riga {
  std::string protocollo, causale;
  LuogoRiga luogo;
  Date data_invio;
  std::optional<domain::Period> periodo;
  std::int64_t ore_centesimi = 0, lavoratori = 0;
};

Riga read_row(const ImportazionePregresso& ufficio, store::Connection& db, Cells& cells) {
  Riga out;
  out.protocollo = cells.required("protocollo", 60);
  out.data_invio = cells.required_date("data_invio");
  out.luogo = read_place(db, cells);
  cells.choice("prestazione", {"CIGO"}, "CIGO");
  out.causale = read_causale(ufficio.norme, cells, true);
  out.periodo = read_weeks(cells);
  out.ore_centesimi = cells.required("ore").empty() ? 0 : cells.hours("ore");
  out.lavoratori = cells.required("lavoratori").empty() ? 0 : cells.integer("lavoratori", 1, 999999, 1);
  // A slip of the columns or of the decimals, which would weigh on the third of the hours for two years.
  constexpr std::int64_t kHoursOfADay = 24;
  const std::int64_t most = out.periodo ? out.lavoratori * out.periodo->giorni() * kHoursOfADay : 0;
  if (most > 0 && out.ore_centesimi > 100 * most) {
    cells.wrong("ore", "sono più di quante ne ha il periodo, notti comprese (" + domain::format_integer(most) +
                           "). Controlla ore e lavoratori.");
  }
  return out;
}

bool same_facts(const store::RigaDomanda& known, const Riga& riga) {
  return known.matricola == riga.luogo.matricola && known.unita_produttiva == riga.luogo.unita_produttiva &&
         known.causale == riga.causale && known.dal == riga.periodo->dal.iso() && known.al == riga.periodo->al.iso() &&
         known.ore_centesimi == riga.ore_centesimi && known.lavoratori == riga.lavoratori &&
         known.data_invio == riga.data_invio.iso();
}

// The old channel is closed from a day on: what it says to have received later was not received by it.
void check_day(const ImportazionePregresso& ufficio, store::Connection& db, const Riga& riga, const std::string& sede,
               Cells& cells) {
  if (riga.data_invio > ufficio.clock.oggi()) cells.wrong("data_invio", "è nel futuro. Correggila.");
  const auto closed = chiusura_procedura_precedente(db, sede, "CIGO", riga.data_invio);
  if (closed) {
    cells.wrong("data_invio", "viene dopo la chiusura della procedura precedente (" + closed->italiano() +
                                  "). Togli la riga o correggi la data.");
  }
}

// What the old file says of the domanda, as a draft: the hours are spread over the weeks.
domain::Draft draft_of(const Riga& riga, const domain::Posizione& posizione, const std::string& id) {
  domain::Draft draft;
  draft.id = id;
  draft.azienda.matricola = domain::enter<domain::Matricola>(posizione.matricola);
  draft.azienda.codice_fiscale = domain::enter<domain::CodiceFiscaleAzienda>(posizione.codice_fiscale);
  draft.azienda.denominazione = posizione.denominazione;
  draft.unita_produttiva.progressivo = domain::enter<domain::Count>(std::to_string(riga.luogo.unita_produttiva));
  draft.causale.id = riga.causale;
  draft.periodo.dal = domain::enter<Date>(riga.periodo->dal.iso());
  draft.periodo.al = domain::enter<Date>(riga.periodo->al.iso());
  const std::int64_t weeks = riga.periodo->giorni() / 7;
  for (std::int64_t i = 0; i < weeks; ++i) {
    domain::SettimanaPiano week;
    week.lunedi = riga.periodo->dal + static_cast<std::int32_t>(7 * i);
    week.lavoratori.value = domain::Count{riga.lavoratori};
    week.ore.value = domain::Hours{riga.ore_centesimi / weeks + (i < riga.ore_centesimi % weeks ? 1 : 0)};
    draft.periodo.settimane.push_back(week);
  }
  return draft;
}

store::DomandaIntera build(const ImportazionePregresso& ufficio, const Riga& riga, const domain::Registry& registro) {
  store::DomandaIntera out;
  auto& row = out.riga;
  row.id = identity::random_uuid();
  row.matricola = registro.posizione.matricola;
  row.codice_fiscale = registro.posizione.codice_fiscale;
  row.denominazione = registro.posizione.denominazione;
  row.unita_produttiva = riga.luogo.unita_produttiva;
  row.causale = riga.causale;
  row.nome_causale = ufficio.norme.causale(riga.causale)->nome;
  row.dal = riga.periodo->dal.iso();
  row.al = riga.periodo->al.iso();
  row.settimane = riga.periodo->giorni() / 7;
  row.ore_centesimi = riga.ore_centesimi;
  row.lavoratori = riga.lavoratori;
  row.data_invio = riga.data_invio.iso();
  row.inviata_il = RomeTime{riga.data_invio}.iso();
  row.sede = registro.posizione.sede;
  row.stato = "protocollata";
  row.ultimo_giorno_decisione = rules::deadlines::last_day_for_decision(riga.data_invio, ufficio.norme).iso();
  row.origine = store::kProceduraPrecedente;
  row.protocollo_origine = riga.protocollo;
  const domain::Draft draft = draft_of(riga, registro.posizione, row.id);
  rules::Review review = rules::review(draft, registro, ufficio.norme, riga.data_invio);
  review.alerts.clear();  // they would ask for what the old file does not carry
  review.errori = review.avvisi = 0;
  out.bozza = wire::write(draft);
  out.impronta = identity::sha256_hex(out.bozza);
  out.esame = wire::write(review);
  out.norme_versione = review.norme_versione;
  out.impronta_registro = identity::sha256_hex(wire::write(registro));
  out.avvisi_accettati = "[]";
  out.inviata_da = store::kProceduraPrecedente;
  out.inviata_da_nome = "Procedura";
  out.inviata_da_cognome = "precedente";
  out.inviata_da_ruolo = "sistema";
  return out;
}

void store_domanda(const ImportazionePregresso& ufficio, store::Connection& db, const Riga& riga,
                   const domain::Registry& registro) {
  store::DomandaIntera domanda = build(ufficio, riga, registro);
  const RomeTime now = ufficio.clock.roma();
  domanda.riga.protocollo = register_import(
      ufficio, db, domanda.riga.sede, "Domanda della procedura precedente, protocollo " + riga.protocollo, domanda.impronta);
  store::insert_domanda(db, domanda, {}, {});
  store::insert_controlli(db, domanda.riga.id,
                          {{"origine", "Provenienza", "attenzione",
                            "Acquisita dalla procedura precedente con i soli dati del suo elenco: gli altri controlli si fanno "
                            "sul fascicolo di quella "
                            "procedura.",
                            "msg. INPS 2372/2023"}});
  const nlohmann::json detail = {{"protocollo", domanda.riga.protocollo},
                                 {"impronta", domanda.impronta},
                                 {"stato", domanda.riga.stato},
                                 {"protocollo_origine", riga.protocollo},
                                 {"impronta_allegati", store::impronta(std::vector<store::AllegatoBreve>())}};
  store::append_modifica(db, {now.iso(), ufficio.chi, ufficio.ruolo, domanda.riga.codice_fiscale, "domanda.importata",
                              "domanda:" + domanda.riga.id, "", detail.dump()});
}

}  // namespace

std::string register_import(const ImportazionePregresso& ufficio, store::Connection& db, const std::string& sede,
                            const std::string& oggetto, const std::string& impronta) {
  const RomeTime now = ufficio.clock.roma();
  const std::string last = store::ultima_registrazione(db, sede);
  if (last > now.giorno.iso()) {
    throw std::runtime_error("la data di oggi precede l’ultimo protocollo della Sede " + sede + " (" + last +
                             "): controlla l’orologio o indica --oggi.");
  }
  return store::registra_protocollo(db, sede, now.giorno, now.iso(), oggetto, impronta);
}

LuogoRiga read_place(store::Connection& db, Cells& cells) {
  LuogoRiga out;
  out.matricola = cells.identifier<domain::Matricola>("matricola");
  const bool known = !out.matricola.empty() && store::is_posizione(db, out.matricola);
  if (!out.matricola.empty() && !known) cells.wrong("matricola", "non è nel registro. Importa prima aziende.csv.");
  if (cells.required("unita_produttiva").empty()) return out;
  out.unita_produttiva = cells.integer("unita_produttiva", 0, 999999, 0);
  if (known && !store::is_unita_produttiva(db, out.matricola, out.unita_produttiva))
    cells.wrong("unita_produttiva", "non è nel registro. Importa prima unita_produttive.csv.");
  return out;
}

std::optional<domain::Period> read_weeks(Cells& cells) {
  const Date dal = cells.required_date("dal");
  const Date al = cells.required_date("al");
  if (!cells.ok()) return std::nullopt;
  if (al < dal || dal.lunedi() != dal || al.lunedi() + 6 != al) {
    cells.wrong("al", "con «dal» non fa settimane intere. Scrivi un lunedì e una domenica.");
    return std::nullopt;
  }
  return domain::Period{dal, al};
}

std::string read_causale(const norms::Norms& norme, Cells& cells, bool obbligatoria) {
  std::string causale = obbligatoria ? cells.required("causale", 40) : cells.text("causale", 40);
  if (!causale.empty() && norme.causale(causale) == nullptr)
    cells.wrong("causale", "non è tra quelle del D.M. 95442/2016. Correggila.");
  return causale;
}

EsitoRiga import_domanda_pregressa(const ImportazionePregresso& ufficio, store::Connection& db, Cells& cells) {
  const Riga riga = read_row(ufficio, db, cells);
  if (!cells.ok()) return EsitoRiga::errata;
  if (const auto known = store::find_domanda_pregressa(db, riga.protocollo)) {
    if (same_facts(*known, riga)) return EsitoRiga::nota;
    cells.wrong("protocollo", "è già importato con altri dati. Correggi la riga o toglila.");
    return EsitoRiga::errata;
  }
  const auto registro = store::load_registry(ufficio.db, riga.luogo.matricola, ufficio.clock.oggi()).value();
  check_day(ufficio, db, riga, registro.posizione.sede, cells);
  if (!cells.ok()) return EsitoRiga::errata;
  store_domanda(ufficio, db, riga, registro);
  return EsitoRiga::nuova;
}

}  // namespace omnia::services
