#include "server/store/pregresso_store.hpp"

#include "server/store/binding.hpp"

namespace omnia::store {

std::optional<RigaDomanda> find_domanda_pregressa(Connection& db, std::string_view protocollo_origine) {
  SQLite::Statement query(db, "SELECT id FROM domande WHERE protocollo_origine = ? AND protocollo_origine <> ''");
  Binder(query) << protocollo_origine;
  if (!query.executeStep()) return std::nullopt;
  return find_riga(db, query.getColumn(0).getString());
}

void set_decisa_altrove(Connection& db, std::string_view domanda, std::string_view stato) {
  SQLite::Statement row(db, "UPDATE domande SET stato = ?, assegnata_a = ? WHERE id = ?");
  Binder(row) << stato << std::string_view(kProceduraPrecedente) << domanda;
  row.exec();
}

std::optional<AutorizzazioneNota> find_autorizzazione(Connection& db, std::string_view numero) {
  SQLite::Statement query(
      db,
      "SELECT numero, matricola, unita_produttiva, prestazione, causale, eone, stato, dal, al, ore_centesimi, "
      "ticket, fruito_dichiarato, origine FROM autorizzazioni WHERE numero = ?");
  Binder(query) << numero;
  if (!query.executeStep()) return std::nullopt;
  Columns c(query);
  AutorizzazioneNota found;
  found.riga.numero = c.text();
  found.riga.matricola = c.text();
  found.riga.unita_produttiva = c.integer();
  found.riga.prestazione = c.text();
  found.riga.causale = c.text();
  found.riga.eone = c.flag();
  found.riga.stato = c.text();
  found.riga.dal = c.day();
  found.riga.al = c.day();
  found.riga.ore_centesimi = c.integer();
  found.riga.ticket = c.text();
  found.riga.fruito_dichiarato = c.flag();
  found.origine = c.text();
  return found;
}

void put_autorizzazione_pregressa(Connection& db, const RigaAutorizzazione& autorizzazione) {
  put_autorizzazione(db, autorizzazione);
  SQLite::Statement row(db, "UPDATE autorizzazioni SET origine = ? WHERE numero = ?");
  Binder(row) << std::string_view(kProceduraPrecedente) << autorizzazione.numero;
  row.exec();
}

std::string find_domanda_di_atto(Connection& db, std::string_view numero) {
  SQLite::Statement query(db,
                          "SELECT d.protocollo FROM provvedimenti p JOIN domande d ON d.id = p.domanda_id WHERE p.numero = ?");
  Binder(query) << numero;
  return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

}  // namespace omnia::store
