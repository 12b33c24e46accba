#include "server/services/ricevuta.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <vector>

namespace omnia::services {
namespace {

std::string italian_day(const std::string& iso) {
  const auto day = domain::Date::parse(iso);
  return day.ok() ? day.value().italiano() : iso;
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

}  // namespace

std::string write_ricevuta(const store::DomandaIntera& domanda, domain::ModalitaPagamento modalita) {
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
                                   {"impronta", domanda.impronta}};
  return nlohmann::json{{"ricevuta", ricevuta}}.dump();
}

}  // namespace omnia::services
