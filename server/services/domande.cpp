#include "server/services/domande.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "server/services/istruttoria/istruttoria.hpp"
#include "server/services/paging.hpp"
#include "server/services/refusal.hpp"
#include "server/services/ricevuta.hpp"
#include "server/services/segnatura.hpp"
#include "shared/wire/wire.hpp"
#include "shared/workflow/workflow.hpp"

namespace omnia::services {
namespace {

using identity::Identita;
using nlohmann::json;

}  // namespace

json row_json(const store::RigaDomanda& row) {
  return {{"id", row.id},
          {"protocollo", row.protocollo},
          {"data_invio", row.inviata_il},
          {"matricola", row.matricola},
          {"denominazione", row.denominazione},
          {"unita_produttiva", row.unita_produttiva},
          {"causale", row.causale},
          {"nome_causale", row.nome_causale},
          {"dal", row.dal},
          {"al", row.al},
          {"settimane", row.settimane},
          {"lavoratori", row.lavoratori},
          {"stato", row.stato},
          {"sede", row.sede},
          {"avvisi", row.avvisi},
          {"forzata", row.forzata},
          {"ultimo_giorno_decisione", row.ultimo_giorno_decisione},
          {"prestazione", row.prestazione},
          {"assegnata_a", row.assegnata_a},
          {"assegnata_a_nome", row.assegnata_a_nome},
          {"novita", row.novita},
          {"origine", row.origine},
          {"protocollo_origine", row.protocollo_origine}};
}

namespace {

[[noreturn]] void refuse_filter(const char* campo, const std::string& ammessi) {
  throw Refusal(Esito::malformata, "filtro.non_valido", std::string("Il filtro «") + campo + "» non è valido.",
                "Usa " + ammessi + ".", campo);
}

std::string filter_word(std::string_view text, const char* campo) {
  if (text.size() > 60) refuse_filter(campo, "al massimo 60 caratteri");
  return std::string(text);
}

// Last day of the decisions wanted: those already late, or due within so many days.
std::optional<domain::Date> until(std::string_view text, domain::Date oggi) {
  if (text.empty()) return std::nullopt;
  if (text == "scadute") return oggi - 1;
  if (text == "7") return oggi + 7;
  if (text == "30") return oggi + 30;
  refuse_filter("entro", "scadute, 7 o 30");
}

using Ordine = store::FiltroDomande::Ordine;
Ordine order(std::string_view text, bool worklist) {
  if (text.empty()) return worklist ? Ordine::scadenza : Ordine::arrivo;
  if (text == "scadenza") return Ordine::scadenza;
  if (text == "arrivo") return Ordine::arrivo;
  if (text == "azienda") return Ordine::azienda;
  refuse_filter("ordine", "scadenza, arrivo o azienda");
}

// One of a closed list; empty: all. A value that is none would find nothing, or everything, without a word.
std::string filter_choice(std::string_view text, const char* campo, const std::vector<std::string_view>& known) {
  if (text.empty() || std::find(known.begin(), known.end(), text) != known.end()) return std::string(text);
  std::string list;
  for (const auto& one : known) list += (list.empty() ? "" : ", ") + std::string(one);
  refuse_filter(campo, "uno fra: " + list);
}

std::string cursor_key(Ordine ordine, const store::RigaDomanda& row) {
  if (ordine == Ordine::scadenza) return row.ultimo_giorno_decisione;
  return ordine == Ordine::azienda ? row.denominazione : std::string();
}

}  // namespace

std::string list_domande(Office& office, const Identita& chi, const Ricerca& ricerca) {
  store::FiltroDomande filtro;
  filtro.ambito = identity::ambito(chi, identity::Azione::elenca_domande);
  const bool worklist = filtro.ambito.relazione == identity::Relazione::della_sede;
  filtro.oggi = office.clock.oggi();
  filtro.ordine = order(ricerca.ordine, worklist);
  filtro.aperte = !filter_choice(ricerca.aperte, "aperte", {"1"}).empty();
  filtro.entro = until(ricerca.entro, filtro.oggi);
  filtro.prestazione = filter_word(ricerca.prestazione, "prestazione");
  filtro.assegnata_a = ricerca.assegnata_a == "io" ? chi.id : filter_word(ricerca.assegnata_a, "assegnata_a");
  if (worklist) filtro.chi = chi.id;
  filtro.stato = filter_choice(ricerca.stato, "stato", workflow::stati("domanda"));
  filtro.matricola = filter_word(ricerca.matricola, "matricola");
  filtro.causale = filter_word(ricerca.causale, "causale");
  filtro.testo = parse_search(ricerca.testo);
  filtro.dopo = parse_cursor(ricerca.cursore);
  filtro.limite = parse_limit(ricerca.limite);
  const auto page = office.db.read([&](store::Connection& db) { return store::list_domande(db, filtro); });
  json rows = json::array();
  for (const auto& row : page.righe) rows.push_back(row_json(row));
  std::string cursor;
  if (page.altre) {
    const auto& last = page.righe.back();
    cursor = write_cursor(cursor_key(filtro.ordine, last), last.numero);
  }
  return json{{"righe", std::move(rows)}, {"cursore", cursor}, {"totale", page.totale}}.dump();
}

std::string read_domanda(Office& office, std::string_view id) {
  json attachments = json::array();
  const auto domanda = office.db.read([&](store::Connection& db) {
    for (const auto& one : store::list_allegati(db, id)) {
      attachments.push_back(
          {{"n", one.n}, {"nome", one.nome}, {"tipo", one.tipo}, {"dimensione", one.dimensione}, {"impronta", one.impronta}});
    }
    return store::find_domanda(db, id).value();
  });
  json out = row_json(domanda.riga);
  office.db.read([&](store::Connection& db) {
    out["segnatura"] = gives_segnatura(office, db, domanda.riga.protocollo);
    out["pratica"] = pratica_json(office, db, domanda.riga);
  });
  out["impronta"] = domanda.impronta;
  out["bozza"] = json::parse(domanda.bozza);
  out["esame"] = json::parse(domanda.esame);
  out["norme_versione"] = domanda.norme_versione;
  out["avvisi_accettati"] = json::parse(domanda.avvisi_accettati);
  out["allegati"] = std::move(attachments);
  out["inviata_da"] = {
      {"nome", domanda.inviata_da_nome}, {"cognome", domanda.inviata_da_cognome}, {"ruolo", domanda.inviata_da_ruolo}};
  return json{{"domanda", std::move(out)}}.dump();
}

store::AllegatoIntero read_ricevuta(Office& office, std::string_view id) {
  std::vector<store::AllegatoBreve> attachments;
  const auto domanda = office.db.read([&](store::Connection& db) {
    attachments = store::list_allegati(db, id);
    return store::find_domanda(db, id).value();
  });
  const auto draft = wire::read_draft(domanda.bozza);
  const auto payment = draft.ok() ? draft.value().pagamento.modalita : domain::ModalitaPagamento::conguaglio;
  return {"ricevuta-" + domanda.riga.protocollo + ".pdf", "application/pdf",
          documents::write_pdf(ricevuta_documento(domanda, payment, attachments))};
}

store::AllegatoIntero read_allegato(Office& office, std::string_view id, std::string_view n) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(n.data(), n.data() + n.size(), number);
  auto found = error == std::errc() && end == n.data() + n.size()
                   ? office.db.read([&](store::Connection& db) { return store::find_allegato(db, id, number); })
                   : std::nullopt;
  if (!found)
    throw Refusal(Esito::non_trovata, "allegato.non_trovato", "La domanda non ha questo allegato.",
                  "Apri l’elenco degli allegati.");
  return std::move(*found);
}

}  // namespace omnia::services
