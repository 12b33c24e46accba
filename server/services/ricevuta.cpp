#include "server/services/ricevuta.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "server/services/istruttoria/fascicolo.hpp"

namespace omnia::services {
namespace {

// 2026-11-24T18:58:03+01:00 as a person reads it.
std::string italian_instant(const std::string& iso) {
  return italian_day(iso.substr(0, 10)) + (iso.size() >= 16 ? " alle " + iso.substr(11, 5) : "");
}

std::vector<std::string> next_steps(const store::RigaDomanda& riga, domain::ModalitaPagamento modalita) {
  std::vector<std::string> steps{
      "Conserva il numero di protocollo: serve per ogni comunicazione su questa domanda.",
      fmt::format("La Sede {} esamina la domanda: la decisione è attesa entro il {}.", riga.sede,
                  italian_day(riga.ultimo_giorno_decisione)),
      "Segui lo stato nella pagina iniziale, tra le «Domande inviate»; le richieste della Sede arrivano alla PEC dell’azienda."};
  if (modalita == domain::ModalitaPagamento::diretto) {
    // Art. 7 c. 5-bis D.Lgs. 148/2015.
    steps.emplace_back(
        "Hai chiesto il pagamento diretto: invia i dati dei lavoratori entro la fine del secondo mese successivo a quello in cui "
        "inizia il "
        "periodo o, se successivo, entro 60 giorni dall’autorizzazione.");
  } else {
    // Art. 7 c. 3 D.Lgs. 148/2015.
    steps.emplace_back(
        "Anticipa le integrazioni ai lavoratori e recuperale a conguaglio entro sei mesi dalla fine del periodo di paga in corso "
        "alla "
        "scadenza dell’autorizzazione o, se successiva, dalla data in cui è concessa.");
  }
  return steps;
}

// D.P.R. 445/2000 artt. 53 and 55: the elements of the registration.
documents::Dati segnatura(const store::DomandaIntera& domanda) {
  const auto& riga = domanda.riga;
  return {{{"Protocollo", riga.protocollo},
           {"Amministrazione", "INPS"},
           {"Struttura", "Sede " + riga.sede},
           {"Registrato il", italian_instant(riga.inviata_il)},
           {"Oggetto", "Domanda di integrazione salariale ordinaria, matricola " + riga.matricola},
           {"Impronta SHA-256 della domanda", domanda.impronta}}};
}

documents::Dati request(const store::DomandaIntera& domanda, domain::ModalitaPagamento modalita) {
  const auto& riga = domanda.riga;
  return {{{"Azienda", riga.denominazione},
           {"Codice fiscale", riga.codice_fiscale},
           {"Matricola", riga.matricola},
           {"Unità produttiva", std::to_string(riga.unita_produttiva)},
           {"Causale", riga.nome_causale},
           {"Periodo", "dal " + italian_day(riga.dal) + " al " + italian_day(riga.al)},
           {"Settimane", std::to_string(riga.settimane)},
           {"Ore", domain::Hours{riga.ore_centesimi}.italiano()},
           {"Lavoratori", std::to_string(riga.lavoratori)},
           {"Pagamento", modalita == domain::ModalitaPagamento::diretto ? "diretto da parte dell’INPS" : "a conguaglio"},
           {"Inviata da", domanda.inviata_da_nome + " " + domanda.inviata_da_cognome},
           {"Ultimo giorno per la decisione", italian_day(riga.ultimo_giorno_decisione)}}};
}

}  // namespace

documents::Documento ricevuta_documento(const store::DomandaIntera& domanda, domain::ModalitaPagamento modalita,
                                        const std::vector<store::AllegatoBreve>& allegati) {
  using documents::Titolo;
  documents::Documento out;
  out.titolo = "Ricevuta della domanda " + domanda.riga.protocollo;
  out.piede = "Ricevuta " + domanda.riga.protocollo;
  out.creato = domanda.riga.inviata_il;
  const std::string& elsewhere = domanda.riga.protocollo_origine;
  out.blocchi = {
      Titolo{1, "Ricevuta della domanda CIGO"},
      documents::Paragrafo{elsewhere.empty()
                               ? "La domanda è stata ricevuta e registrata a protocollo. Questa ricevuta prova la presentazione; "
                                 "la decisione arriva con un provvedimento."
                               : "La domanda viene dalla procedura precedente, dove ha il protocollo " + elsewhere +
                                     ": la ricevuta della presentazione è quella. Questo foglio prova che è stata acquisita."},
      Titolo{2, "Segnatura di protocollo"},
      segnatura(domanda),
      Titolo{2, "Che cosa hai chiesto"},
      request(domanda, modalita)};
  if (!allegati.empty()) {
    documents::Tabella table{{"Allegato", "Tipo", "Impronta SHA-256"}, {}};
    for (const auto& one : allegati) table.righe.push_back({one.nome, one.tipo, one.impronta});
    out.blocchi.emplace_back(Titolo{2, "Allegati"});
    out.blocchi.emplace_back(std::move(table));
  }
  out.blocchi.emplace_back(Titolo{2, "Che cosa succede ora"});
  out.blocchi.emplace_back(documents::Elenco{next_steps(domanda.riga, modalita)});
  return out;
}

std::string write_ricevuta(const store::DomandaIntera& domanda, domain::ModalitaPagamento modalita, bool segnatura) {
  const auto& riga = domanda.riga;
  const nlohmann::json ricevuta = {{"id", riga.id},
                                   {"protocollo", riga.protocollo},
                                   {"data_invio", riga.inviata_il},
                                   {"matricola", riga.matricola},
                                   {"denominazione", riga.denominazione},
                                   {"unita_produttiva", riga.unita_produttiva},
                                   {"causale", riga.causale},
                                   {"nome_causale", riga.nome_causale},
                                   {"dal", riga.dal},
                                   {"al", riga.al},
                                   {"settimane", riga.settimane},
                                   {"lavoratori", riga.lavoratori},
                                   {"ultimo_giorno_decisione", riga.ultimo_giorno_decisione},
                                   {"prossimi_passi", next_steps(riga, modalita)},
                                   {"impronta", domanda.impronta},
                                   {"segnatura", segnatura}};
  return nlohmann::json{{"ricevuta", ricevuta}}.dump();
}

}  // namespace omnia::services
