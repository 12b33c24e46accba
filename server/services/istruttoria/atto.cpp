#include "server/services/istruttoria/atto.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "shared/rules/payment_flow/payment_flow.hpp"

namespace omnia::services {
namespace {

using documents::Dati;
using documents::Documento;
using documents::Elenco;
using documents::Paragrafo;
using documents::Titolo;
using nlohmann::json;

struct Nome {
  const char* tipo;
  const char* nome;
};
constexpr std::array<Nome, 8> kNames{{{"accoglimento", "Provvedimento di accoglimento"},
                                      {"accoglimento_parziale", "Provvedimento di accoglimento parziale"},
                                      {"reiezione", "Provvedimento di reiezione"},
                                      {"rettifica", "Provvedimento di rettifica"},
                                      {"annullamento", "Provvedimento di annullamento"},
                                      {"revoca", "Provvedimento di revoca"},
                                      {"sospensione", "Provvedimento di sospensione"},
                                      {"ripresa", "Provvedimento di ripresa"}}};

bool direct_payment(const Fascicolo& f) { return f.bozza.pagamento.modalita == domain::ModalitaPagamento::diretto; }

Dati identity_of(const Fascicolo& f, const store::Provvedimento& atto) {
  return {{{"Numero", atto.numero},
           {"Protocollo", atto.protocollo},
           {"Data", italian_day(atto.firmato_il)},
           {"Struttura", "INPS, Sede " + f.riga().sede},
           {"Responsabile del procedimento", atto.proposto_da_nome},
           {"Firmato da", atto.firmato_da_nome + ", direttore della Sede"}}};
}

// Art. 7 cc. 3 and 5-bis D.Lgs. 148/2015: until when the benefit is recovered or asked, under forfeiture.
std::pair<std::string, std::string> forfeiture(const Fascicolo& f, const store::Provvedimento& atto, const norms::Norms& norme,
                                               domain::Date oggi) {
  const domain::Period period{domain::Date::parse(atto.dal).value(), domain::Date::parse(atto.al).value()};
  if (direct_payment(f)) {
    const auto flow = rules::payment_flow::direct(period, oggi, oggi, norme);
    return {"Dati per il pagamento diretto, a pena di decadenza", "entro il " + flow.termine.data.italiano()};
  }
  const auto flow = rules::payment_flow::set_off(period, oggi, oggi, norme);
  return {"Conguaglio, a pena di decadenza", "entro il " + flow.termine.data.italiano()};
}

void add_decision(const Fascicolo& f, const store::Provvedimento& atto, const norms::Norms& norme, domain::Date oggi,
                  Documento& out) {
  out.blocchi.emplace_back(Titolo{2, "Decisione"});
  const json content = json::parse(atto.contenuto);
  if (atto.precedente) {
    const auto before = std::find_if(f.atti.begin(), f.atti.end(), [&](const auto& one) { return one.n == *atto.precedente; });
    if (before != f.atti.end())
      out.blocchi.emplace_back(
          Paragrafo{"Questo atto riguarda il provvedimento " + before->numero + " del " + italian_day(before->firmato_il) + "."});
  }
  if (!atto.dal.empty()) {
    Dati table{{{"Periodo autorizzato", italian_period(atto.dal, atto.al)},
                {"Settimane", std::to_string(atto.settimane)},
                {"Ore", domain::Hours{atto.ore_centesimi}.italiano()},
                {"Lavoratori", std::to_string(atto.lavoratori)},
                {"Pagamento", direct_payment(f) ? "diretto da parte dell’INPS" : "a conguaglio"}}};
    table.voci.push_back(forfeiture(f, atto, norme, oggi));
    out.blocchi.emplace_back(std::move(table));
  }
  const auto excluded = content.value("esclusioni", std::vector<std::string>{});
  if (!excluded.empty()) {
    out.blocchi.emplace_back(Paragrafo{"Non sono autorizzati:"});
    out.blocchi.emplace_back(Elenco{excluded});
  }
}

void add_motivation(const store::Provvedimento& atto, Documento& out) {
  const json content = json::parse(atto.contenuto);
  const json& words = content.at("motivazione");
  const auto part = [&](const char* name, const char* key) {
    out.blocchi.emplace_back(Paragrafo{std::string(name) + ". " + words.at(key).get<std::string>()});
  };
  out.blocchi.emplace_back(Titolo{2, "Motivazione"});
  part("Fatti", "fatti");
  part("Documenti considerati", "documenti");
  if (const auto silence = content.value("mancata_risposta", std::string()); !silence.empty())
    out.blocchi.emplace_back(Paragrafo{silence});
  part("Norme", "norma");
  part("Conclusione", "conclusione");
}

void add_remedies(const norms::Norms& norme, domain::Date oggi, Documento& out) {
  out.blocchi.emplace_back(Titolo{2, "Ricorsi"});
  out.blocchi.emplace_back(Elenco{
      {fmt::format(
           "Contro questo provvedimento, anche se di accoglimento parziale, si può presentare ricorso online al Comitato "
           "amministratore della Gestione prestazioni temporanee entro {} giorni dal ricevimento (art. 17 D.Lgs. 148/2015).",
           norme.integer("procedure.appeal_days", oggi)),
       fmt::format("È ammesso il ricorso al Tribunale amministrativo regionale entro {} giorni dal ricevimento (art. 29 D.Lgs. "
                   "104/2010).",
                   norme.integer("procedure.tar_days", oggi))}});
}

}  // namespace

std::string act_name(const std::string& tipo) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(), [&](const Nome& one) { return tipo == one.tipo; });
  return found == kNames.end() ? tipo : found->nome;
}

Dati domanda_dati(const store::RigaDomanda& riga) {
  return {{{"Azienda", riga.denominazione + " (codice fiscale " + riga.codice_fiscale + ")"},
           {"Matricola e unità produttiva", riga.matricola + ", unità produttiva " + std::to_string(riga.unita_produttiva)},
           {"Domanda", riga.protocollo + " del " + italian_day(riga.data_invio)},
           {"Causale", riga.nome_causale},
           {"Periodo chiesto", italian_period(riga.dal, riga.al)},
           {"Settimane, ore, lavoratori chiesti",
            fmt::format("{}; {}; {}", riga.settimane, domain::Hours{riga.ore_centesimi}.italiano(), riga.lavoratori)}}};
}

Documento act_document(const Fascicolo& f, const store::Provvedimento& atto, const norms::Norms& norme, domain::Date oggi) {
  Documento out;
  out.titolo = act_name(atto.tipo) + " " + atto.numero;
  out.piede = "Provvedimento " + atto.numero;
  out.creato = atto.firmato_il;
  out.blocchi = {Titolo{1, act_name(atto.tipo)}, identity_of(f, atto), Titolo{2, "Domanda"}, domanda_dati(f.riga())};
  add_decision(f, atto, norme, oggi, out);
  add_motivation(atto, out);
  add_remedies(norme, oggi, out);
  out.blocchi.emplace_back(Paragrafo{"Firmato nel sistema da " + atto.firmato_da_nome + " il " + italian_day(atto.firmato_il) +
                                     ". L’impronta di questo documento è nel registro delle modifiche dell’ufficio."});
  return out;
}

}  // namespace omnia::services
