// An authorisation, or a rejection, decided by the old procedure: alone it only counts; on an imported domanda it is its act, on
// which the office may act again.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "server/documents/documento.hpp"
#include "server/identity/secrets.hpp"
#include "server/services/istruttoria/atto.hpp"
#include "server/services/istruttoria/fascicolo.hpp"
#include "server/services/pregresso/righe.hpp"
#include "server/store/audit_store.hpp"
#include "server/store/istruttoria_store.hpp"
#include "server/store/pregresso_store.hpp"
#include "shared/domain/quantity.hpp"
#include "shared/rules/counters/benefits.hpp"

namespace omnia::services {
namespace {

using csv::Cells;
using domain::Date;

struct Riga {
  store::RigaAutorizzazione autorizzazione;
  std::string protocollo;  // of the domanda in the old procedure; empty: unknown
  Date decisa_il;
  bool respinta = false;
  std::int64_t lavoratori = 0;
};

Riga read_row(const ImportazionePregresso& ufficio, store::Connection& db, Cells& cells) {
  Riga out;
  auto& a = out.autorizzazione;
  a.numero = cells.required("numero", 20);
  out.protocollo = cells.text("protocollo", 60);
  out.respinta = cells.choice("esito", {"accolta", "respinta"}, "accolta") == "respinta";
  out.decisa_il = cells.required_date("data_decisione");
  const LuogoRiga luogo = read_place(db, cells);
  a.matricola = luogo.matricola;
  a.unita_produttiva = luogo.unita_produttiva;
  const std::string prestazione = cells.text("prestazione", 40);
  a.prestazione = prestazione.empty() ? "CIGO" : prestazione;
  const auto& routing = ufficio.norme.routing();
  if (!rules::counters::is_benefit(a.prestazione, routing)) {
    cells.wrong("prestazione", rules::counters::not_a_benefit(routing));
  }
  a.causale = read_causale(ufficio.norme, cells, false);
  a.eone = cells.flag("eone");
  a.stato = "autorizzata";
  a.ticket = cells.identifier<domain::Ticket>("ticket", false);
  a.fruito_dichiarato = cells.flag("fruito_dichiarato");
  a.giorni_settimana = cells.integer("giorni_settimana", 5, 7, 0);
  if (out.decisa_il > ufficio.clock.oggi()) cells.wrong("data_decisione", "è nel futuro. Correggila.");
  if (out.respinta) {
    // Whoever wrote weeks meant to grant them: dropped in silence they would be missing from the counters.
    for (const char* granted : {"dal", "al", "ore"}) {
      if (!cells.text(granted, 40).empty())
        cells.wrong(granted, "una reiezione non autorizza nulla. Svuota la cella, o correggi l’esito.");
    }
    if (out.protocollo.empty()) cells.wrong("protocollo", "manca. Una reiezione si acquisisce con la sua domanda.");
    return out;
  }
  if (const auto periodo = read_weeks(cells)) {
    a.dal = periodo->dal;
    a.al = periodo->al;
  }
  a.ore_centesimi = cells.hours("ore");
  if (!out.protocollo.empty() && !cells.required("lavoratori").empty()) {
    out.lavoratori = cells.integer("lavoratori", 1, 999999, 1);
  }
  return out;
}

bool same_facts(const store::RigaAutorizzazione& known, const store::RigaAutorizzazione& row) {
  return known.matricola == row.matricola && known.unita_produttiva == row.unita_produttiva &&
         known.prestazione == row.prestazione && known.dal == row.dal && known.al == row.al &&
         known.ore_centesimi == row.ore_centesimi;
}

// Known from an earlier file with the same facts.
bool is_known(store::Connection& db, const Riga& riga, Cells& cells) {
  const auto known = store::find_autorizzazione(db, riga.autorizzazione.numero);
  const std::string act_of = store::find_domanda_di_atto(db, riga.autorizzazione.numero);
  if (riga.respinta ? !act_of.empty() : known && known->origine == store::kProceduraPrecedente) {
    if (riga.respinta || same_facts(known->riga, riga.autorizzazione)) return true;
    cells.wrong("numero", "è già importato con altri dati. Correggi la riga o toglila.");
  } else if (!act_of.empty()) {
    cells.wrong("numero", "è di un provvedimento di questo ufficio, sulla domanda " + act_of + ". Correggilo.");
  } else if (known && !same_facts(known->riga, riga.autorizzazione)) {
    cells.wrong("numero", "è nel registro con altri dati. Correggi la riga o il registro.");
  }
  return false;
}

void check_domanda(const Riga& riga, const std::optional<store::RigaDomanda>& domanda, Cells& cells) {
  if (!domanda) return cells.wrong("protocollo", "non è di una domanda importata. Importa prima il file delle domande.");
  const auto& a = riga.autorizzazione;
  if (domanda->matricola != a.matricola || domanda->unita_produttiva != a.unita_produttiva)
    cells.wrong("protocollo", "è di una domanda di un’altra matricola o unità produttiva. Correggilo.");
  if (domanda->stato != "protocollata")
    cells.wrong("protocollo", "è di una domanda già decisa o in carico a questo ufficio. Togli la riga.");
  if (riga.decisa_il.iso() < domanda->data_invio) cells.wrong("data_decisione", "viene prima dell’invio. Correggila.");
  if (riga.respinta) return;
  if (a.dal.iso() < domanda->dal || a.al.iso() > domanda->al)
    cells.wrong("dal",
                "con «al» esce dal periodo chiesto (" + italian_period(domanda->dal, domanda->al) + "). Correggi le date.");
  if (a.ore_centesimi > domanda->ore_centesimi)
    cells.wrong("ore", "supera le ore chieste (" + domain::Hours{domanda->ore_centesimi}.italiano() + "). Correggile.");
  if (riga.lavoratori > domanda->lavoratori)
    cells.wrong("lavoratori", fmt::format("supera i lavoratori chiesti ({}). Correggili.", domanda->lavoratori));
}

store::Provvedimento act_of(const Riga& riga, const store::RigaDomanda& domanda) {
  const auto& a = riga.autorizzazione;
  store::Provvedimento act;
  act.stato = "in_firma";
  if (riga.respinta) {
    act.tipo = "reiezione";
  } else {
    act.dal = a.dal.iso();
    act.al = a.al.iso();
    act.settimane = (a.al - a.dal + 1) / 7;
    act.ore_centesimi = a.ore_centesimi;
    act.lavoratori = riga.lavoratori;
    const bool whole = act.dal == domanda.dal && act.al == domanda.al && act.ore_centesimi == domanda.ore_centesimi &&
                       act.lavoratori == domanda.lavoratori;
    act.tipo = whole ? "accoglimento" : "accoglimento_parziale";
  }
  const std::string there = "Sta nel fascicolo della procedura precedente.";
  const nlohmann::json content = {
      {"motivazione",
       {{"fatti", "Deciso nella procedura precedente il " + riga.decisa_il.italiano() + " con il numero " + a.numero + "."},
        {"documenti", there},
        {"norma", there},
        {"conclusione", act_name(act.tipo) + ", acquisito da quella procedura."}}},
      {"motivi", nlohmann::json::array()},
      {"esclusioni", nlohmann::json::array()},
      {"lavoratori_esclusi", nlohmann::json::array()},
      {"mancata_risposta", ""}};
  act.contenuto = content.dump();
  return act;
}

documents::Documento sheet(const Riga& riga, const store::RigaDomanda& domanda, const store::Provvedimento& act) {
  documents::Documento out;
  out.titolo = act_name(act.tipo) + " " + act.numero + " della procedura precedente";
  out.piede = "Acquisito dalla procedura precedente, numero " + act.numero;
  out.creato = act.firmato_il;
  documents::Dati facts{{{"Numero", act.numero},
                         {"Deciso il", riga.decisa_il.italiano()},
                         {"Protocollo della domanda", domanda.protocollo_origine},
                         {"Protocollo di acquisizione", act.protocollo},
                         {"Azienda", domanda.denominazione + ", matricola " + domanda.matricola},
                         {"Periodo chiesto", italian_period(domanda.dal, domanda.al)}}};
  if (!act.dal.empty()) {
    facts.voci.emplace_back("Periodo autorizzato", italian_period(act.dal, act.al));
    facts.voci.emplace_back("Ore autorizzate", domain::Hours{act.ore_centesimi}.italiano());
    facts.voci.emplace_back("Lavoratori", std::to_string(act.lavoratori));
  }
  out.blocchi = {
      documents::Titolo{1, act_name(act.tipo) + ", procedura precedente"},
      documents::Paragrafo{"Questa scheda riporta quel che l’elenco della procedura precedente dice del provvedimento. "
                           "L’atto firmato sta nel fascicolo di quella procedura."},
      std::move(facts)};
  return out;
}

// A signed act with a sheet in the place of its document, protocolled on the day of the import.
void store_act(const ImportazionePregresso& ufficio, store::Connection& db, const Riga& riga, const store::RigaDomanda& domanda) {
  const RomeTime now = ufficio.clock.roma();
  store::Provvedimento act = act_of(riga, domanda);
  act.proposto_da = ufficio.chi;
  act.proposto_da_nome = "Procedura precedente";
  act.proposto_il = RomeTime{riga.decisa_il}.iso();
  act.n = store::insert_provvedimento(db, domanda.id, act);
  act.stato = "firmato";
  act.numero = riga.autorizzazione.numero;
  act.firmato_da = store::kProceduraPrecedente;
  act.firmato_da_nome = "Procedura precedente";
  act.firmato_il = act.proposto_il;
  act.protocollo =
      register_import(ufficio, db, domanda.sede, act_name(act.tipo) + " della procedura precedente, numero " + act.numero,
                      identity::sha256_hex(act.contenuto));
  store::AllegatoDaSalvare pdf;
  pdf.contenuto = documents::write_pdf(sheet(riga, domanda, act));
  pdf.impronta = act.documento = identity::sha256_hex(pdf.contenuto);
  store::put_contenuto(db, pdf);
  store::firma_provvedimento(db, domanda.id, act);
  const std::string stato = riga.respinta ? "respinta" : act.tipo == "accoglimento" ? "accolta" : "accolta_in_parte";
  store::set_decisa_altrove(db, domanda.id, stato);
  const nlohmann::json detail = {
      {"provvedimento", act.n}, {"tipo", act.tipo}, {"numero", act.numero}, {"documento", act.documento}, {"stato", stato}};
  store::append_modifica(db, {now.iso(), ufficio.chi, ufficio.ruolo, "Sede " + domanda.sede, "domanda.decisa_altrove",
                              "domanda:" + domanda.id, "", detail.dump()});
}

}  // namespace

EsitoRiga import_autorizzazione_pregressa(const ImportazionePregresso& ufficio, store::Connection& db, Cells& cells) {
  Riga riga = read_row(ufficio, db, cells);
  if (!cells.ok()) return EsitoRiga::errata;
  if (is_known(db, riga, cells)) return EsitoRiga::nota;
  const auto domanda = riga.protocollo.empty() ? std::nullopt : store::find_domanda_pregressa(db, riga.protocollo);
  if (!riga.protocollo.empty()) check_domanda(riga, domanda, cells);
  if (!cells.ok()) return EsitoRiga::errata;
  if (domanda && riga.autorizzazione.causale.empty()) riga.autorizzazione.causale = domanda->causale;
  if (!riga.respinta) store::put_autorizzazione_pregressa(db, riga.autorizzazione);
  if (domanda) store_act(ufficio, db, riga, *domanda);
  return EsitoRiga::nuova;
}

}  // namespace omnia::services
