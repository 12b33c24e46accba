#include "server/uniemens/store_sink.hpp"

namespace omnia::uniemens {
namespace {

constexpr std::size_t kMaxRifiuti = 200;

}  // namespace

void add_refusal(ImportReport& report, const std::string& file, const Difetto& difetto) {
  report.rifiuti_totali += 1;
  if (report.rifiuti.size() < kMaxRifiuti) report.rifiuti.push_back({file, difetto.riga, difetto.codice, difetto.motivo});
}

StoreSink::StoreSink(store::Connection& db, std::string nome, std::string impronta, const ImportOptions& options,
                     ImportReport& report)
    : writer_(db), nome_(std::move(nome)), impronta_(std::move(impronta)), options_(options), report_(report) {}

std::optional<Difetto> StoreSink::check_company(const Testata& testata) {
  if (options_.ammesse && options_.ammesse->count(testata.matricola) == 0) {
    return Difetto{testata.riga, "uniemens.non_ammessa",
                   "La matricola " + testata.matricola +
                       " non è tra quelle per cui si può operare: invia il flusso con l’azienda o con la delega giusta.",
                   true};
  }
  const auto titolare = writer_.find_titolare(testata.matricola);
  if (!titolare) {
    writer_.add_posizione(testata.matricola, testata.codice_fiscale, testata.denominazione, testata.sede);
    return std::nullopt;
  }
  if (*titolare == testata.codice_fiscale) return std::nullopt;
  return Difetto{testata.riga, "uniemens.azienda_diversa",
                 "La matricola " + testata.matricola +
                     " risulta di un altro codice fiscale: correggi CFAzienda o aggiorna il registro con aziende.csv.",
                 true};
}

std::optional<Difetto> StoreSink::position(const Testata& testata) {
  if (!scritte_.insert({testata.matricola, testata.mese.iso()}).second) {
    return Difetto{testata.riga, "uniemens.posizione_doppia",
                   "La matricola " + testata.matricola + " compare due volte per il mese " + testata.mese.italiano() +
                       " nello stesso file: unisci le denunce in una sola posizione."};
  }
  if (auto difetto = check_company(testata)) return difetto;
  if (options_.ultimo_mese && *options_.ultimo_mese < testata.mese) {
    return Difetto{testata.riga, "uniemens.mese_futuro",
                   "Il mese " + testata.mese.italiano() + " deve ancora venire: correggi AnnoMeseDenuncia.", true};
  }
  writer_.open_mese(testata.matricola, testata.mese, impronta_);
  report_.aziende += azienda_contata_ ? 0 : 1;
  azienda_contata_ = true;
  return std::nullopt;
}

void StoreSink::denuncia(const Denuncia& d) {
  const bool nuovo =
      writer_.add_presenza({d.unita_produttiva, d.codice_fiscale, d.cognome, d.nome, d.qualifica, d.orario_centesimi,
                            d.part_time_centesimi, d.ore_settimanali_centesimi, d.assunzione, d.cessazione});
  for (const EventoCig& evento : d.eventi) {
    writer_.add_evento({evento.giorno, d.codice_fiscale, evento.codice, evento.ticket, d.unita_produttiva, evento.ore_centesimi});
  }
  report_.lavoratori_nuovi += nuovo ? 1 : 0;
  report_.eventi += static_cast<std::int64_t>(d.eventi.size());
  report_.denunce += 1;
}

void StoreSink::end_position(std::optional<std::int64_t> forza_centesimi) { writer_.close_mese(forza_centesimi); }

void StoreSink::refuse(const Difetto& difetto) {
  dipende_dallo_stato_ = dipende_dallo_stato_ || difetto.dipende_dallo_stato;
  add_refusal(report_, nome_, difetto);
}

void StoreSink::skipped_section(std::string_view) { report_.sezioni_saltate += 1; }

}  // namespace omnia::uniemens
