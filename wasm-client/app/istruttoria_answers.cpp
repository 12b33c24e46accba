#include "wasm-client/app/istruttoria_answers.hpp"

#include <algorithm>

#include "shared/domain/ascii.hpp"
#include "shared/domain/quantity.hpp"
#include "wasm-client/app/json_members.hpp"

namespace omnia::app {
namespace {

using nlohmann::json;
using namespace members;

template <class T>
std::vector<T> each(const json& list, T (*read)(const json&)) {
  std::vector<T> out;
  if (list.is_array()) {
    for (const json& one : list) out.push_back(read(one));
  }
  return out;
}

Motivazione motivation(const json& j) {
  return {text(j, "fatti"), text(j, "documenti"), text(j, "norma"), text(j, "conclusione")};
}

Richiesta request(const json& j) {
  Richiesta out;
  out.n = integer(j, "n");
  out.stato = text(j, "stato");
  out.protocollo = text(j, "protocollo");
  out.testo = text(j, "testo");
  out.canale = text(j, "canale");
  out.risposta = text(j, "risposta");
  out.elementi = strings(member(j, "elementi"));
  out.inviata_il = date(j, "inviata_il");
  out.consegnata_il = date(j, "consegnata_il");
  out.scadenza = date(j, "scadenza");
  out.risposta_il = date(j, "risposta_il");
  out.scaduta = flag(j, "scaduta");
  out.documento = !text(j, "documento").empty();
  out.segnatura = flag(j, "segnatura");
  return out;
}

Atto act(const json& j) {
  Atto out;
  out.n = integer(j, "n");
  out.tipo = text(j, "tipo");
  out.nome = text(j, "nome");
  out.stato = text(j, "stato");
  out.numero = text(j, "numero");
  out.protocollo = text(j, "protocollo");
  out.proposto_da = text(j, "proposto_da");
  out.firmato_da = text(j, "firmato_da");
  out.firmato_il = date(j, "firmato_il");
  out.segnatura = flag(j, "segnatura");
  out.motivo_rinvio = text(j, "motivo_rinvio");
  out.mancata_risposta = text(j, "mancata_risposta");
  out.dal = date(j, "dal");
  out.al = date(j, "al");
  out.settimane = integer(j, "settimane");
  out.ore_centesimi = integer(j, "ore_centesimi");
  out.lavoratori = integer(j, "lavoratori");
  out.esclusioni = strings(member(j, "esclusioni"));
  out.motivazione = motivation(member(j, "motivazione"));
  return out;
}

Verifica check(const json& j) {
  return {text(j, "codice"), text(j, "nome"), text(j, "esito"), text(j, "spiegazione"), text(j, "citazione")};
}
Limite limit(const json& j) {
  return {text(j, "nome"), text(j, "limite"), text(j, "senza"), text(j, "con"), text(j, "testo"), flag(j, "superato")};
}
Precedente earlier(const json& j) {
  return {text(j, "numero"),
          text(j, "causale"),
          text(j, "stato"),
          date(j, "dal"),
          date(j, "al"),
          integer(j, "unita_produttiva"),
          integer(j, "ore_centesimi")};
}
AltraDomanda other(const json& j) {
  return {text(j, "protocollo"), text(j, "denominazione"), text(j, "stato"), date(j, "dal"),
          date(j, "al"),         integer(j, "lavoratori")};
}
Modifica change(const json& j) { return {date(j, "quando"), text(j, "testo"), text(j, "motivo"), flag(j, "nuova")}; }
std::pair<std::string, std::string> named(const json& j) { return {text(j, "codice"), text(j, "nome")}; }
std::pair<domain::Date, std::string> milestone(const json& j) { return {date(j, "quando"), text(j, "testo")}; }

rules::explanation::Fatto fact(const json& j) { return {text(j, "nome"), text(j, "valore"), text(j, "fonte")}; }

rules::explanation::Spiegazione explanation(const json& j) {
  rules::explanation::Spiegazione out;
  out.affermazione = text(j, "affermazione");
  out.regola = text(j, "regola");
  out.citazione = text(j, "citazione");
  out.lettura = flag(j, "lettura");
  out.fatti = each(member(j, "fatti"), fact);
  out.passi = each(member(j, "passi"), explanation);
  return out;
}

PropostaAtto proposal(const json& j) {
  PropostaAtto out;
  out.tipo = text(j, "tipo");
  out.dal = date(j, "dal");
  out.al = date(j, "al");
  out.settimane = integer(j, "settimane");
  out.ore_centesimi = integer(j, "ore_centesimi");
  out.lavoratori = integer(j, "lavoratori");
  out.esclusioni = strings(member(j, "esclusioni"));
  for (const json& one : member(j, "lavoratori_esclusi")) out.lavoratori_esclusi.push_back(text(one, "codice_fiscale"));
  for (const json& one : member(j, "motivi")) {
    out.motivi.push_back(text(one, "testo"));
    out.codici_motivi.push_back(text(one, "codice"));
  }
  out.motivazione = motivation(member(j, "motivazione"));
  out.spiegazione = explanation(member(j, "spiegazione"));
  return out;
}

std::string one_a_line(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& one : list) out += (out.empty() ? "" : "\n") + one;
  return out;
}

std::string typed_day(domain::Date day) { return day == domain::Date() ? std::string() : day.italiano(); }

Modulo form_from(const PropostaAtto& p) {
  Modulo out;
  out.tipo = p.tipo;
  out.dal = typed_day(p.dal);
  out.al = typed_day(p.al);
  if (p.ore_centesimi > 0) out.ore = domain::Hours{p.ore_centesimi}.italiano();
  out.esclusioni = one_a_line(p.esclusioni);
  out.lavoratori_esclusi = one_a_line(p.lavoratori_esclusi);
  out.motivi.insert(p.codici_motivi.begin(), p.codici_motivi.end());
  out.motivazione = p.motivazione;
  return out;
}

std::string iso(const std::string& typed) {
  const auto day = domain::Date::parse(typed);
  return day.ok() ? day.value().iso() : typed;
}

}  // namespace

Pratica read_pratica(const json& j) {
  return {text(j, "stato"), each(member(j, "tappe"), milestone), each(member(j, "richieste"), request),
          each(member(j, "atti"), act)};
}

std::optional<Istruttoria> read_istruttoria(std::string_view body) {
  const json all = parse(body);
  const json& j = member(all, "istruttoria");
  const json& row = member(j, "domanda");
  Istruttoria out;
  out.id = text(row, "id");
  if (out.id.empty()) return std::nullopt;
  out.stato = text(row, "stato");
  out.assegnata_a_nome = text(row, "assegnata_a_nome");
  out.termine = text(member(j, "termine"), "testo");
  out.in_carico = flag(j, "in_carico");
  out.eventi = strings(member(j, "eventi"));
  out.controlli = each(member(j, "controlli"), check);
  out.proposta = proposal(member(j, "proposta"));
  out.motivi_possibili = each(member(j, "motivi_possibili"), named);
  out.contatori = each(member(j, "contatori"), limit);
  out.storia = each(member(j, "storia"), earlier);
  out.altre = each(member(j, "altre_domande"), other);
  out.richieste = each(member(j, "richieste"), request);
  out.atti = each(member(j, "provvedimenti"), act);
  out.modifiche = each(member(j, "modifiche"), change);
  out.modulo = form_from(out.proposta);
  return out;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    if (line.find_first_not_of(" \t\r") != std::string::npos) out.push_back(line);
    at = end + 1;
  }
  return out;
}

std::string write_provvedimento(const Modulo& m) {
  json out = {{"tipo", m.tipo},
              {"motivazione",
               {{"fatti", m.motivazione.fatti},
                {"documenti", m.motivazione.documenti},
                {"norma", m.motivazione.norma},
                {"conclusione", m.motivazione.conclusione}}}};
  if (m.tipo == "accoglimento" || m.tipo == "accoglimento_parziale" || m.tipo == "rettifica") {
    out["dal"] = iso(m.dal);
    out["al"] = iso(m.al);
    if (const auto hours = domain::Hours::parse(m.ore); hours.ok()) out["ore_centesimi"] = hours.value().centesimi;
  }
  if (m.tipo == "accoglimento_parziale" || m.tipo == "rettifica") {
    out["esclusioni"] = lines(m.esclusioni);
    out["lavoratori_esclusi"] = lines(m.lavoratori_esclusi);
  }
  if (m.tipo == "reiezione") out["motivi"] = m.motivi;
  if (const auto n = domain::ascii::to_int(m.precedente)) out["precedente"] = *n;
  if (m.tipo == "revoca") out["decorrenza"] = iso(m.decorrenza);
  return members::dump(out);
}

}  // namespace omnia::app
