#include "shared/domain/ascii.hpp"
#include "tools/demo/demo.hpp"
#include "tools/demo/month.hpp"

namespace omnia::demo {
namespace {

using domain::Date;
using domain::YearMonth;

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

class Xml {
 public:
  void raw(std::string_view text) { out_ += text; }
  void leaf(std::string_view name, std::string_view value) {
    ((((out_ += '<') += name) += '>') += value) += "</";
    (out_ += name) += '>';
  }
  void leaf(std::string_view name, std::int64_t value) { leaf(name, std::to_string(value)); }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string decimals(std::int64_t cents) {
  return std::to_string(cents / 100) + "," + domain::ascii::padded(static_cast<int>(cents % 100), 2);
}

const char* event_code(const Cassa& cassa) {
  if (cassa.prestazione == "FIS") return "AOR";
  return cassa.prestazione.substr(0, 4) == "CIGS" ? "CSR" : "COR";
}

// TipoCopertura: X paid, 1 wholly in CIG, 2 in part, 0 not covered.
void write_weeks(Xml& xml, const Addetto& addetto, const Mese& m, std::int64_t daily) {
  struct Settimana {
    int giorni = 0;
    std::int64_t cassa = 0;
    const Cassa* quale = nullptr;
  };
  std::map<int, Settimana> weeks;
  for (Date day = m.mese.primo(); day <= m.mese.ultimo(); day = day + 1) {
    auto& week = weeks[domain::uniemens_week(day)];
    if (!addetto.in_forza(day) || !is_working_day(day)) continue;
    ++week.giorni;
    const auto found = m.cassa.find(day);
    if (found == m.cassa.end()) continue;
    week.cassa += found->second.centesimi;
    week.quale = found->second.cassa;
  }
  for (const auto& [id, week] : weeks) {
    xml.raw("<Settimana>");
    xml.leaf("IdSettimana", id);
    const bool full = week.quale != nullptr && week.cassa >= daily * week.giorni;
    xml.leaf("TipoCopertura", week.quale != nullptr ? (full ? "1" : "2") : week.giorni > 0 ? "X" : "0");
    if (week.quale != nullptr) xml.leaf("CodiceEvento", event_code(*week.quale));
    xml.raw("</Settimana>\n");
  }
}

// The calendar of the month. Written only for workers who had a day in CIG: the others have their weeks.
void write_days(Xml& xml, const Addetto& addetto, const Mese& m) {
  if (m.cassa.empty()) return;
  for (Date day = m.mese.primo(); day <= m.mese.ultimo(); day = day + 1) {
    if (!addetto.in_forza(day)) continue;
    const auto found = m.cassa.find(day);
    xml.raw("<Giorno GG=\"" + domain::ascii::padded(day.giorno(), 2) + "\">");
    xml.leaf("Lavorato", is_working_day(day) && found == m.cassa.end() ? "S" : "N");
    if (found != m.cassa.end()) {
      xml.raw("<EventoGiorn>");
      xml.leaf("CodiceEventoGiorn", event_code(*found->second.cassa));
      xml.leaf("NumOreEvento", found->second.centesimi);
      xml.leaf("IdentEventoCIG", found->second.cassa->ticket);
      xml.raw("</EventoGiorn>");
    }
    xml.raw("</Giorno>\n");
  }
}

void write_credits(Xml& xml, const Mese& m) {
  std::map<std::string, std::pair<const Cassa*, std::int64_t>> by_ticket;
  for (const auto& [day, hours] : m.cassa) {
    auto& item = by_ticket[hours.cassa->ticket];
    item.first = hours.cassa;
    item.second += hours.centesimi;
  }
  for (const auto& [ticket, item] : by_ticket) {
    xml.raw("<DifferenzeAccredito>");
    xml.leaf("CodiceEvento", event_code(*item.first));
    xml.leaf("DiffAccredito", item.second * 13 / 100);
    xml.leaf("IdentEventoCIG", ticket);
    xml.raw("</DifferenzeAccredito>\n");
  }
}

std::int64_t pay_cents(const Mese& m) { return (m.lavorabili - m.in_cassa) * 13; }
std::int64_t contribution_cents(const Mese& m) { return pay_cents(m) * 365 / 1000; }

void write_pay(Xml& xml, const Azienda& azienda, const Addetto& addetto, const Mese& m) {
  xml.raw("<DatiRetributivi>");
  xml.leaf("TipoLavoratore", "00");
  xml.leaf("Imponibile", pay_cents(m) / 100);
  xml.leaf("Contributo", decimals(contribution_cents(m)));
  xml.leaf("RetribTeorica", m.lavorabili * 13 / 100);
  xml.leaf("OreLavorabili", m.lavorabili);
  xml.raw("\n");
  const std::int64_t daily = own_week(azienda, addetto) / 5;
  write_weeks(xml, addetto, m, daily);
  write_days(xml, addetto, m);
  write_credits(xml, m);
  xml.leaf("GiorniRetribuiti", daily == 0 ? 0 : (m.lavorabili - m.in_cassa) * 6 / (daily * 5));
  if (addetto.qualifica2 != 'F') xml.leaf("OreContribuite", m.lavorabili - m.in_cassa);
  xml.leaf("RispettoMinimale", "S");
  xml.raw("</DatiRetributivi>\n");
}

void write_movement(Xml& xml, const char* what, const std::optional<Date>& day, YearMonth mese) {
  if (!day || YearMonth::of(*day) != mese) return;
  xml.raw("<" + std::string(what) + ">");
  xml.leaf("Giorno" + std::string(what), day->giorno());
  xml.leaf("Tipo" + std::string(what), "1");
  xml.raw("</" + std::string(what) + ">");
}

void write_worker(Xml& xml, const Azienda& azienda, const Addetto& addetto, const Mese& m) {
  const std::int64_t unita = addetto.unita_nel(m.mese);
  xml.raw("<DenunciaIndividuale>");
  xml.leaf("CFLavoratore", addetto.persona.codice_fiscale);
  xml.leaf("Cognome", escape(addetto.persona.cognome));
  xml.leaf("Nome", escape(addetto.persona.nome));
  xml.raw("\n");
  xml.leaf("Qualifica1", std::string(1, addetto.qualifica1));
  xml.leaf("Qualifica2", std::string(1, addetto.qualifica2));
  xml.leaf("Qualifica3", addetto.tempo_determinato ? "D" : "I");
  xml.leaf("TipoContribuzione", "00");
  xml.leaf("RegimePost95", "S");
  xml.leaf("Cittadinanza", "000");
  xml.leaf("UnitaOperativa", unita);
  xml.leaf("UnitaProduttiva", unita);
  xml.leaf("CodiceComune", luogo(azienda.modello.sede).belfiore);
  xml.leaf("CodiceContratto", azienda.modello.ccnl);
  xml.leaf("TipoCodiceContratto", "02");
  xml.leaf("TipoPaga", "H");
  xml.leaf("OrarioContrattuale", azienda.orario_centesimi);
  if (addetto.qualifica2 != 'F') xml.leaf("PercPartTime", addetto.part_time_centesimi);
  xml.leaf("NumMensilita", "13000");
  write_movement(xml, "Cessazione", addetto.uscito, m.mese);
  write_movement(xml, "Assunzione", addetto.assunto, m.mese);
  xml.raw("\n");
  write_pay(xml, azienda, addetto, m);
  xml.raw("</DenunciaIndividuale>\n");
}

std::string forza(const Azienda& azienda, YearMonth mese) {
  const std::int64_t hundredths = headcount(azienda, mese);
  return hundredths % 100 == 0 ? std::to_string(hundredths / 100) : decimals(hundredths);
}

void write_company(Xml& xml, const Azienda& azienda, YearMonth mese) {
  xml.raw("<Azienda>");
  xml.leaf("AnnoMeseDenuncia", mese.iso());
  xml.leaf("CFAzienda", azienda.codice_fiscale);
  xml.leaf("RagSocAzienda", escape(azienda.denominazione));
  xml.raw("\n<PosContributiva Composizione=\"CP\">");
  xml.leaf("Matricola", azienda.matricola);
  xml.raw("\n");
  int workers = 0;
  std::int64_t debt = 0;
  for (std::size_t i = 0; i < azienda.addetti.size(); ++i) {
    const Addetto& addetto = azienda.addetti[i];
    if (!present(addetto, mese)) continue;
    const Mese m = month_of(azienda, addetto, i, mese);
    write_worker(xml, azienda, addetto, m);
    debt += contribution_cents(m);
    ++workers;
  }
  xml.raw("<DenunciaAziendale>");
  xml.leaf("TrattQuotaLav", "S");
  xml.leaf("NumLavoratori", workers);
  xml.leaf("ForzaAziendale", forza(azienda, mese));
  xml.raw("<DatiQuadraturaRetrContr>");
  xml.leaf("NumDenIndiv", workers);
  xml.leaf("TotaleADebito", (debt + 50) / 100);
  xml.leaf("TotaleACredito", 0);
  xml.raw("</DatiQuadraturaRetrContr></DenunciaAziendale>\n</PosContributiva></Azienda>\n");
}

}  // namespace

std::string uniemens(const std::vector<const Azienda*>& aziende, YearMonth mese, const Persona& mittente) {
  Xml xml;
  bool any = false;
  xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DenunceMensili>\n<DatiMittente Tipo=\"" +
          std::string(aziende.size() > 1 ? "2" : "1") + "\">");
  xml.leaf("CFPersonaMittente", mittente.codice_fiscale);
  xml.leaf("RagSocMittente", escape(mittente.cognome + " " + mittente.nome));
  xml.leaf("CFMittente", mittente.codice_fiscale);
  xml.leaf("CFSoftwarehouse", "87777770584");
  xml.raw("</DatiMittente>\n");
  for (const Azienda* azienda : aziende) {
    if (!azienda->denuncia(mese)) continue;
    any = true;
    write_company(xml, *azienda, mese);
  }
  xml.raw("</DenunceMensili>\n");
  return any ? xml.take() : std::string();
}

Summary generate(const Options& options, const Writer& write) {
  const World world = make_world(options);
  Summary summary;
  const auto put = [&](const std::string& path, const std::string& content) {
    write(path, content);
    ++summary.files;
    summary.bytes += static_cast<std::int64_t>(content.size());
  };
  put("aziende.csv", aziende_csv(world));
  put("unita_produttive.csv", unita_produttive_csv(world));
  put("autorizzazioni.csv", autorizzazioni_csv(world));
  put("deleghe.csv", deleghe_csv(world));
  put("identita.csv", identita_csv(world));
  // The consultant sends one flow for all the companies it assists; the others send their own.
  std::vector<const Azienda*> assisted, alone;
  for (const Azienda& azienda : world.aziende) {
    bool delegated = false;
    for (const Delega& delega : world.deleghe) delegated = delegated || delega.matricola == azienda.matricola;
    (delegated ? assisted : alone).push_back(&azienda);
  }
  for (YearMonth mese = world.primo_mese(); mese <= options.until; mese = mese.add(1)) {
    const std::string folder = "uniemens/" + mese.iso() + "/";
    if (!assisted.empty()) {
      const std::string flow = uniemens(assisted, mese, world.identita[1].persona);
      if (!flow.empty()) put(folder + "studio-di-consulenza.xml", flow);
    }
    for (const Azienda* azienda : alone) {
      const std::string flow = uniemens({azienda}, mese, world.identita[0].persona);
      if (!flow.empty()) put(folder + azienda->matricola + ".xml", flow);
    }
  }
  return summary;
}

}  // namespace omnia::demo
