#include "server/store/office_store.hpp"

#include <fmt/format.h>

#include "server/store/ambito_sql.hpp"
#include "server/store/binding.hpp"

namespace omnia::store {
namespace {

constexpr const char* kColumns =
    "d.numero, d.id, d.protocollo, d.matricola, d.codice_fiscale, d.denominazione, d.unita_produttiva, d.causale, "
    "d.nome_causale, "
    "d.dal, d.al, d.settimane, d.ore_centesimi, d.lavoratori, d.data_invio, d.inviata_il, d.sede, d.stato, d.avvisi, d.forzata, "
    "d.ultimo_giorno_decisione, d.prestazione, d.assegnata_a, "
    "coalesce((SELECT o.nome || ' ' || o.cognome FROM identita o WHERE o.id = d.assegnata_a), ''), "
    "d.origine, d.protocollo_origine";

// Own changes are no news to who made them.
constexpr const char* kNovita =
    ", (SELECT count(*) FROM modifiche m WHERE :io <> '' AND m.oggetto = 'domanda:' || d.id AND m.chi <> :io AND m.numero > "
    "coalesce((SELECT v.modifica FROM visite v WHERE v.identita = :io AND v.domanda_id = d.id), 0))";

struct Chiave {
  const char* colonna;  // "" orders by arrival alone
  const char* dopo;
  const char* ordine;
};
Chiave order_of(FiltroDomande::Ordine ordine) {
  switch (ordine) {
    case FiltroDomande::Ordine::scadenza:
      return {"d.ultimo_giorno_decisione", " AND (d.ultimo_giorno_decisione, d.numero) > (:chiave, :numero)",
              " ORDER BY d.ultimo_giorno_decisione, d.numero"};
    case FiltroDomande::Ordine::azienda:
      return {"d.denominazione", " AND (d.denominazione, d.numero) > (:chiave, :numero)", " ORDER BY d.denominazione, d.numero"};
    case FiltroDomande::Ordine::arrivo:
      break;
  }
  return {"", " AND d.numero < :numero", " ORDER BY d.numero DESC"};
}

RigaDomanda read_row(Columns& columns) {
  RigaDomanda row;
  row.numero = columns.integer();
  row.id = columns.text();
  row.protocollo = columns.text();
  row.matricola = columns.text();
  row.codice_fiscale = columns.text();
  row.denominazione = columns.text();
  row.unita_produttiva = columns.integer();
  row.causale = columns.text();
  row.nome_causale = columns.text();
  row.dal = columns.text();
  row.al = columns.text();
  row.settimane = columns.integer();
  row.ore_centesimi = columns.integer();
  row.lavoratori = columns.integer();
  row.data_invio = columns.text();
  row.inviata_il = columns.text();
  row.sede = columns.text();
  row.stato = columns.text();
  row.avvisi = columns.integer();
  row.forzata = columns.integer() != 0;
  row.ultimo_giorno_decisione = columns.text();
  row.prestazione = columns.text();
  row.assegnata_a = columns.text();
  row.assegnata_a_nome = columns.text();
  row.origine = columns.text();
  row.protocollo_origine = columns.text();
  return row;
}

// % and _ typed by a person are ordinary characters.
std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

// A Sede has the domande that it took in charge, wherever their positions are today.
bool of_sede(const FiltroDomande& filtro) { return filtro.ambito.relazione == Relazione::della_sede; }

std::string where(const FiltroDomande& filtro) {
  std::string sql = " WHERE ";
  sql += of_sede(filtro) ? "d.sede = :sede" : std::string("d.matricola IN (") + ambito_sql(filtro.ambito.relazione) + ")";
  if (!filtro.stato.empty()) sql += " AND d.stato = :stato";
  if (!filtro.matricola.empty()) sql += " AND d.matricola = :matricola";
  if (!filtro.causale.empty()) sql += " AND d.causale = :causale";
  if (!filtro.prestazione.empty()) sql += " AND d.prestazione = :prestazione";
  if (!filtro.assegnata_a.empty()) sql += " AND d.assegnata_a = :assegnata";
  if (filtro.aperte) sql += " AND d.stato IN ('protocollata', 'in_istruttoria', 'in_attesa', 'in_firma')";
  if (filtro.entro) sql += " AND d.ultimo_giorno_decisione <= :entro";
  if (!filtro.testo.empty()) {
    sql +=
        " AND (d.denominazione LIKE :testo ESCAPE '\\' OR d.protocollo LIKE :testo ESCAPE '\\' OR d.protocollo_origine LIKE "
        ":testo ESCAPE '\\' OR d.matricola LIKE :testo ESCAPE '\\')";
  }
  return sql;
}

void bind_filter(SQLite::Statement& query, const FiltroDomande& filtro) {
  if (of_sede(filtro)) {
    query.bind(":sede", filtro.ambito.chi);
  } else {
    bind_ambito(query, filtro.ambito, filtro.oggi);
  }
  if (!filtro.stato.empty()) query.bind(":stato", filtro.stato);
  if (!filtro.matricola.empty()) query.bind(":matricola", filtro.matricola);
  if (!filtro.causale.empty()) query.bind(":causale", filtro.causale);
  if (!filtro.prestazione.empty()) query.bind(":prestazione", filtro.prestazione);
  if (!filtro.assegnata_a.empty()) query.bind(":assegnata", filtro.assegnata_a == "nessuno" ? "" : filtro.assegnata_a);
  if (filtro.entro) query.bind(":entro", filtro.entro->iso());
  if (!filtro.testo.empty()) query.bind(":testo", like_pattern(filtro.testo));
}

}  // namespace

namespace {

std::string segnatura(std::string_view sede, domain::Date giorno, std::int64_t numero) {
  return fmt::format("INPS.{}.{}.{:07}", sede, giorno.italiano(), numero);
}

}  // namespace

std::string registra_protocollo(Connection& db, std::string_view sede, domain::Date giorno, std::string_view registrato_il,
                                std::string_view oggetto, std::string_view impronta) {
  SQLite::Statement counter(db,
                            "INSERT INTO contatori_protocollo(sede, anno, ultimo) VALUES(?, ?, 1) "
                            "ON CONFLICT(sede, anno) DO UPDATE SET ultimo = ultimo + 1 RETURNING ultimo");
  Binder(counter) << sede << giorno.anno();
  counter.executeStep();
  const std::int64_t numero = counter.getColumn(0).getInt64();
  counter.reset();
  std::string protocollo = segnatura(sede, giorno, numero);
  SQLite::Statement row(db,
                        "INSERT INTO protocolli(sede, anno, numero, protocollo, registrato_il, oggetto, impronta, codici) "
                        "VALUES(?, ?, ?, ?, ?, ?, ?, (SELECT max(numero) FROM codici_ufficio))");
  Binder(row) << sede << giorno.anno() << numero << protocollo << registrato_il << oggetto << impronta;
  row.exec();
  return protocollo;
}

std::string ultima_registrazione(Connection& db, std::string_view sede) {
  SQLite::Statement query(
      db, "SELECT substr(registrato_il, 1, 10) FROM protocolli WHERE sede = ? ORDER BY anno DESC, numero DESC LIMIT 1");
  Binder(query) << sede;
  return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

std::vector<std::string> check_protocolli(Connection& db, std::int64_t& quanti) {
  std::vector<std::string> defects;
  std::string sede;
  std::string day;
  std::int64_t anno = 0;
  std::int64_t last = 0;
  quanti = 0;
  SQLite::Statement query(
      db,
      "SELECT p.sede, p.anno, p.numero, p.protocollo, substr(p.registrato_il, 1, 10), c.ultimo FROM protocolli p "
      "LEFT JOIN contatori_protocollo c ON c.sede = p.sede AND c.anno = p.anno ORDER BY p.sede, p.anno, p.numero");
  while (query.executeStep()) {
    ++quanti;
    Columns columns(query);
    const std::string here = columns.text();
    const std::int64_t year = columns.integer();
    if (here != sede || year != anno) {
      sede = here;
      anno = year;
      last = 0;
      day.clear();
    }
    const std::int64_t numero = columns.integer();
    const std::string protocollo = columns.text();
    const std::string giorno = columns.text();
    const auto date = domain::Date::parse(giorno);
    if (numero != last + 1)
      defects.push_back(fmt::format("Sede {}, anno {}: dopo il protocollo {} viene il {}.", sede, anno, last, numero));
    if (giorno < day)
      defects.push_back(fmt::format("Il protocollo {} è di un giorno prima di quello che lo precede.", protocollo));
    if (!date.ok() || date.value().anno() != year || protocollo != segnatura(sede, date.value(), numero))
      defects.push_back(fmt::format("La segnatura {} non è quella del suo numero.", protocollo));
    if (columns.optional_integer().value_or(0) < numero)
      defects.push_back(
          fmt::format("Il contatore della Sede {}, anno {}, è più indietro del protocollo {}.", sede, anno, numero));
    last = numero;
    day = giorno;
  }
  return defects;
}

void put_contenuto(Connection& db, const AllegatoDaSalvare& allegato) {
  SQLite::Statement row(
      db,
      "INSERT INTO contenuti(impronta, dimensione, antivirus, contenuto) VALUES(?, ?, ?, ?) ON CONFLICT(impronta) DO NOTHING");
  Binder(row) << allegato.impronta << static_cast<std::int64_t>(allegato.contenuto.size()) << allegato.antivirus;
  row.bindNoCopy(4, allegato.contenuto.data(), static_cast<int>(allegato.contenuto.size()));
  row.exec();
}

void insert_domanda(Connection& db, const DomandaIntera& domanda, const std::vector<std::string>& lavoratori,
                    const std::vector<AllegatoDaSalvare>& allegati) {
  const RigaDomanda& r = domanda.riga;
  SQLite::Statement row(db,
                        "INSERT INTO domande(id, protocollo, matricola, codice_fiscale, denominazione, unita_produttiva, "
                        "causale, nome_causale, dal, al, "
                        "settimane, ore_centesimi, lavoratori, data_invio, inviata_il, sede, stato, avvisi, forzata, "
                        "ultimo_giorno_decisione, bozza, impronta, "
                        "esame, norme_versione, impronta_registro, avvisi_accettati, inviata_da, inviata_da_nome, "
                        "inviata_da_cognome, inviata_da_ruolo, origine, protocollo_origine) "
                        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Binder(row) << r.id << r.protocollo << r.matricola << r.codice_fiscale << r.denominazione << r.unita_produttiva << r.causale
              << r.nome_causale << r.dal << r.al << r.settimane << r.ore_centesimi << r.lavoratori << r.data_invio << r.inviata_il
              << r.sede << r.stato << r.avvisi << std::int64_t{r.forzata} << r.ultimo_giorno_decisione << domanda.bozza
              << domanda.impronta << domanda.esame << domanda.norme_versione << domanda.impronta_registro
              << domanda.avvisi_accettati << domanda.inviata_da << domanda.inviata_da_nome << domanda.inviata_da_cognome
              << domanda.inviata_da_ruolo << r.origine << r.protocollo_origine;
  row.exec();
  SQLite::Statement worker(db, "INSERT INTO domande_lavoratori(domanda_id, codice_fiscale) VALUES(?, ?) ON CONFLICT DO NOTHING");
  for (const auto& codice_fiscale : lavoratori) {
    Binder(worker) << r.id << codice_fiscale;
    worker.exec();
    worker.reset();
  }
  std::int64_t n = 0;
  for (const auto& allegato : allegati) {
    put_contenuto(db, allegato);
    SQLite::Statement file(db, "INSERT INTO allegati(domanda_id, n, nome, tipo, impronta) VALUES(?, ?, ?, ?, ?)");
    Binder(file) << r.id << ++n << allegato.nome << allegato.tipo << allegato.impronta;
    file.exec();
  }
}

std::optional<RispostaNota> find_idempotenza(Connection& db, std::string_view identita, std::string_view chiave) {
  SQLite::Statement query(db, "SELECT impronta_corpo, risposta FROM idempotenza WHERE identita = ? AND chiave = ?");
  Binder(query) << identita << chiave;
  if (!query.executeStep()) return std::nullopt;
  return RispostaNota{query.getColumn(0).getString(), query.getColumn(1).getString()};
}

void insert_idempotenza(Connection& db, std::string_view identita, std::string_view chiave, std::string_view impronta_corpo,
                        std::string_view domanda_id, std::string_view risposta, std::int64_t now) {
  SQLite::Statement row(
      db, "INSERT INTO idempotenza(identita, chiave, impronta_corpo, domanda_id, risposta, creata) VALUES(?, ?, ?, ?, ?, ?)");
  Binder(row) << identita << chiave << impronta_corpo << domanda_id << risposta << now;
  row.exec();
}

std::int64_t revisione_matricola(Connection& db, std::string_view matricola) {
  SQLite::Statement query(db,
                          "SELECT (SELECT count(*) FROM domande WHERE matricola = ?) + (SELECT count(*) FROM provvedimenti p "
                          "JOIN domande d ON d.id = p.domanda_id WHERE d.matricola = ? AND p.firmato_da IS NOT NULL)");
  Binder(query) << matricola << matricola;
  query.executeStep();
  return query.getColumn(0).getInt64();
}

PaginaDomande list_domande(Connection& db, const FiltroDomande& filtro) {
  PaginaDomande page;
  const std::string conditions = where(filtro);
  SQLite::Statement total(db, "SELECT count(*) FROM domande d" + conditions);
  bind_filter(total, filtro);
  total.executeStep();
  page.totale = total.getColumn(0).getInt64();

  const Chiave key = order_of(filtro.ordine);
  // The rows of the page are chosen by number first: an intermediary has tens of thousands, and to sort them whole, with what is
  // looked up for each, took most of the time.
  std::string chosen = "SELECT d.numero FROM domande d" + conditions;
  if (filtro.dopo) chosen += key.dopo;
  chosen += std::string(key.ordine) + " LIMIT :limite";
  SQLite::Statement query(
      db, std::string("SELECT ") + kColumns + kNovita + " FROM domande d WHERE d.numero IN (" + chosen + ")" + key.ordine);
  bind_filter(query, filtro);
  query.bind(":io", filtro.chi);
  if (filtro.dopo) {
    if (*key.colonna != '\0') query.bind(":chiave", filtro.dopo->first);
    query.bind(":numero", filtro.dopo->second);
  }
  query.bind(":limite", filtro.limite + 1);
  while (query.executeStep()) {
    Columns columns(query);
    page.righe.push_back(read_row(columns));
    page.righe.back().novita = columns.integer();
  }
  page.altre = page.righe.size() > static_cast<std::size_t>(filtro.limite);
  if (page.altre) page.righe.pop_back();
  return page;
}

std::optional<RigaDomanda> find_riga(Connection& db, std::string_view id) {
  SQLite::Statement query(db, std::string("SELECT ") + kColumns + " FROM domande d WHERE d.id = ?");
  Binder(query) << id;
  if (!query.executeStep()) return std::nullopt;
  Columns columns(query);
  return read_row(columns);
}

std::optional<DomandaIntera> find_domanda(Connection& db, std::string_view id) {
  SQLite::Statement query(
      db, std::string("SELECT ") + kColumns +
              ", d.bozza, d.impronta, d.esame, d.norme_versione, d.impronta_registro, d.avvisi_accettati, d.inviata_da, "
              "d.inviata_da_nome, d.inviata_da_cognome, d.inviata_da_ruolo FROM domande d WHERE d.id = ?");
  Binder(query) << id;
  if (!query.executeStep()) return std::nullopt;
  Columns columns(query);
  DomandaIntera found;
  found.riga = read_row(columns);
  found.bozza = columns.text();
  found.impronta = columns.text();
  found.esame = columns.text();
  found.norme_versione = columns.text();
  found.impronta_registro = columns.text();
  found.avvisi_accettati = columns.text();
  found.inviata_da = columns.text();
  found.inviata_da_nome = columns.text();
  found.inviata_da_cognome = columns.text();
  found.inviata_da_ruolo = columns.text();
  return found;
}

std::vector<AllegatoBreve> list_allegati(Connection& db, std::string_view id) {
  SQLite::Statement query(
      db,
      "SELECT n, nome, tipo, impronta, dimensione FROM allegati JOIN contenuti USING (impronta) WHERE domanda_id = ? ORDER BY n");
  Binder(query) << id;
  std::vector<AllegatoBreve> found;
  while (query.executeStep()) {
    Columns columns(query);
    AllegatoBreve one;
    one.n = columns.integer();
    one.nome = columns.text();
    one.tipo = columns.text();
    one.impronta = columns.text();
    one.dimensione = columns.integer();
    found.push_back(std::move(one));
  }
  return found;
}

std::optional<AllegatoIntero> find_allegato(Connection& db, std::string_view id, std::int64_t n) {
  SQLite::Statement query(
      db, "SELECT nome, tipo, contenuto FROM allegati JOIN contenuti USING (impronta) WHERE domanda_id = ? AND n = ?");
  Binder(query) << id << n;
  if (!query.executeStep()) return std::nullopt;
  AllegatoIntero found;
  found.nome = query.getColumn(0).getString();
  found.tipo = query.getColumn(1).getString();
  const auto blob = query.getColumn(2);
  const auto* bytes = static_cast<const char*>(blob.getBlob());
  found.contenuto.assign(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(blob.getBytes()));
  return found;
}

void prove_write(Connection& db, std::int64_t now) {
  SQLite::Statement row(
      db, "INSERT INTO prova_di_scrittura(id, quando) VALUES(1, ?) ON CONFLICT(id) DO UPDATE SET quando = excluded.quando");
  Binder(row) << now;
  row.exec();
}

}  // namespace omnia::store
