#include "wasm-client/app/answers.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/wire/wire.hpp"
#include "wasm-client/app/istruttoria_answers.hpp"
#include "wasm-client/app/json_members.hpp"

namespace omnia::app {
namespace {

using nlohmann::json;
using namespace members;

Identita identity(const json& j) {
  return {text(j, "id"),    text(j, "nome"), text(j, "cognome"),       text(j, "codice_fiscale"),
          text(j, "ruolo"), text(j, "sede"), text(j, "denominazione"), text(j, "descrizione")};
}

MatricolaRow matricola_row(const json& j) {
  MatricolaRow row;
  row.matricola = text(j, "matricola");
  row.codice_fiscale = text(j, "codice_fiscale");
  row.denominazione = text(j, "denominazione");
  row.csc = text(j, "csc");
  row.sede = text(j, "sede");
  row.comune = text(j, "comune");
  row.stato = text(j, "stato");
  row.lavoratori = integer(j, "lavoratori");
  row.primaria = text(j, "primaria");
  row.nome_primaria = text(j, "nome_primaria");
  row.cigo_suggerita = flag(j, "cigo_suggerita");
  row.motivo = text(j, "motivo");
  row.testo = text(j, "testo");
  row.citazione = text(j, "citazione");
  row.nota_invio = text(j, "nota_invio");
  row.invio_sospeso = j.contains("invio_attivo") && !flag(j, "invio_attivo");
  return row;
}

DomandaRow domanda_row(const json& j) {
  DomandaRow row;
  row.id = text(j, "id");
  row.protocollo = text(j, "protocollo");
  row.data_invio = date(j, "data_invio");
  if (const std::string instant = text(j, "data_invio"); instant.size() >= 16) row.ora_invio = instant.substr(11, 5);
  row.matricola = text(j, "matricola");
  row.denominazione = text(j, "denominazione");
  row.unita_produttiva = integer(j, "unita_produttiva");
  row.causale = text(j, "causale");
  row.nome_causale = text(j, "nome_causale");
  row.dal = date(j, "dal");
  row.al = date(j, "al");
  row.settimane = integer(j, "settimane");
  row.lavoratori = integer(j, "lavoratori");
  row.stato = text(j, "stato");
  row.sede = text(j, "sede");
  row.avvisi = integer(j, "avvisi");
  row.forzata = flag(j, "forzata");
  row.ultimo_giorno_decisione = date(j, "ultimo_giorno_decisione");
  row.assegnata_a_nome = text(j, "assegnata_a_nome");
  row.novita = integer(j, "novita");
  row.protocollo_origine = text(j, "protocollo_origine");
  return row;
}

std::vector<OfficeAlert> alerts(const json& list) {
  std::vector<OfficeAlert> out;
  if (!list.is_array()) return out;
  for (const json& j : list) {
    out.push_back(
        {text(j, "codice"), text(j, "gravita"), text(j, "campo"), text(j, "testo"), text(j, "rimedio"), text(j, "citazione")});
  }
  // One node a code and field on the screen.
  const auto same = [](const OfficeAlert& a, const OfficeAlert& b) { return a.codice == b.codice && a.campo == b.campo; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

std::vector<Finding> findings(const json& counters) {
  std::vector<Finding> out;
  for (const char* name : {"biennio", "consecutive", "quinquennio", "terzo"}) {
    const json& j = member(counters, name);
    if (const std::string sentence = text(j, "testo"); !sentence.empty()) {
      out.push_back({text(j, "nome"), sentence, text(j, "citazione")});
    }
  }
  return out;
}

}  // namespace

std::optional<SessionAnswer> read_session(std::string_view body) {
  const json j = parse(body);
  SessionAnswer out;
  out.identita = identity(member(j, "identita"));
  for (const json& one : member(j, "poteri"))
    out.poteri.push_back({text(one, "id"), text(one, "ruolo"), text(one, "descrizione")});
  out.secondi_inattiva = integer(j, "secondi_inattiva");
  out.secondi_massima = integer(j, "secondi_massima");
  if (const auto today = domain::Date::parse(text(j, "oggi")); today.ok()) out.oggi = today.value();
  if (out.identita.ruolo.empty()) return std::nullopt;
  return out;
}

std::optional<WaysIn> read_ways_in(std::string_view body) {
  const json j = parse(body);
  const json& providers = member(j, "fornitori");
  if (!providers.is_array()) return std::nullopt;
  WaysIn out;
  for (const json& one : providers) out.fornitori.push_back({text(one, "id"), text(one, "nome")});
  out.demo = flag(j, "demo");
  return out;
}

std::vector<SessioneRow> read_sessions(std::string_view body) {
  std::vector<SessioneRow> out;
  const json j = parse(body);
  for (const json& one : member(j, "righe")) {
    out.push_back({text(one, "id"), text(one, "ruolo"), text(one, "dispositivo"), text(one, "indirizzo"), text(one, "aperta_il"),
                   text(one, "ultimo_uso"), flag(one, "attuale")});
  }
  return out;
}

Servizio read_service(std::string_view body) {
  const json j = parse(body);
  Servizio out;
  for (const json& one : member(j, "avvisi")) out.avvisi.push_back(text(one, "testo"));
  for (const json& one : member(j, "documenti")) {
    out.documenti.push_back({text(one, "titolo"), text(one, "percorso"), text(one, "tipo")});
  }
  return out;
}

std::vector<Identita> read_identities(std::string_view body) {
  std::vector<Identita> out;
  const json j = parse(body);
  for (const json& one : member(j, "identita")) out.push_back(identity(one));
  return out;
}

std::optional<MatricolePage> read_matricole(std::string_view body) {
  const json j = parse(body);
  const json& rows = member(j, "righe");
  if (!rows.is_array()) return std::nullopt;
  MatricolePage page;
  for (const json& row : rows) page.righe.push_back(matricola_row(row));
  page.cursore = text(j, "cursore");
  return page;
}

std::optional<DomandePage> read_domande(std::string_view body) {
  const json j = parse(body);
  const json& rows = member(j, "righe");
  if (!rows.is_array()) return std::nullopt;
  DomandePage page;
  for (const json& row : rows) page.righe.push_back(domanda_row(row));
  page.cursore = text(j, "cursore");
  page.totale = integer(j, "totale");
  return page;
}

std::optional<Dettaglio> read_detail(std::string_view body) {
  const json all = parse(body);
  const json& j = member(all, "domanda");
  const json& draft = member(j, "bozza");
  if (!draft.is_object()) return std::nullopt;
  auto read = wire::read_draft(members::dump(draft));
  if (!read.ok()) return std::nullopt;
  Dettaglio out;
  out.riga = domanda_row(j);
  out.segnatura = flag(j, "segnatura");
  out.bozza = std::move(read.value());
  const json& review = member(j, "esame");
  out.avvisi = alerts(member(review, "alerts"));
  const json& routing = member(review, "instradamento");
  out.prestazione = text(routing, "nome_primaria");
  out.instradamento = text(routing, "testo");
  out.citazione_instradamento = text(routing, "citazione");
  out.contatori = findings(member(review, "contatori"));
  out.norme_versione = text(j, "norme_versione");
  for (const json& one : member(j, "avvisi_accettati")) {
    if (one.is_object()) out.motivi.emplace(text(one, "codice"), text(one, "motivo"));
    if (one.is_string()) out.motivi.emplace(one.get<std::string>(), std::string());
  }
  const json& sender = member(j, "inviata_da");
  out.inviata_da = text(sender, "nome") + " " + text(sender, "cognome");
  out.ruolo_mittente = text(sender, "ruolo");
  for (const json& one : member(j, "allegati")) out.allegati.push_back(text(one, "nome"));
  out.pratica = read_pratica(member(j, "pratica"));
  return out;
}

std::optional<Ricevuta> read_receipt(std::string_view body) {
  const json all = parse(body);
  const json& j = member(all, "ricevuta");
  Ricevuta out{domanda_row(j), strings(member(j, "prossimi_passi")), text(j, "impronta"), flag(j, "segnatura")};
  if (out.riga.protocollo.empty()) return std::nullopt;
  return out;
}

std::vector<OfficeAlert> read_refusal(std::string_view body) {
  const json j = parse(body);
  return alerts(member(j, "alerts"));
}

std::vector<OfficeAlert> read_alerts(std::string_view list) { return alerts(parse(list)); }

std::string problem_code(std::string_view body) { return text(parse(body), "codice"); }

std::string problem_field(std::string_view body) { return text(parse(body), "campo"); }

std::string write_identity(const Identita& i) {
  const json j = {{"tipo", "sessione"},
                  {"identita",
                   {{"id", i.id},
                    {"nome", i.nome},
                    {"cognome", i.cognome},
                    {"codice_fiscale", i.codice_fiscale},
                    {"ruolo", i.ruolo},
                    {"sede", i.sede},
                    {"denominazione", i.denominazione}}}};
  return members::dump(j);
}

}  // namespace omnia::app
