#include "server/uniemens/flow.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace omnia::uniemens {
namespace {

struct Regola {
  Nodo padre;
  std::string_view nome;
  Nodo figlio;
  Campo campo = Campo::nessuno;
};

// What is read, and under which parent. The order of the elements inside one parent does not matter, but the head of a
// position (month, company, matricola) comes before its denunce, as in every flow seen: it lets the reading go in one pass.
constexpr Regola kRegole[] = {
    {Nodo::documento, "DenunceMensili", Nodo::flusso},
    {Nodo::documento, "UniEmens", Nodo::documento},
    {Nodo::flusso, "Azienda", Nodo::azienda},
    {Nodo::azienda, "AnnoMeseDenuncia", Nodo::foglia, Campo::mese},
    {Nodo::azienda, "CFAzienda", Nodo::foglia, Campo::cf_azienda},
    {Nodo::azienda, "RagSocAzienda", Nodo::foglia, Campo::ragione_sociale},
    {Nodo::azienda, "PosContributiva", Nodo::posizione},
    {Nodo::azienda, "ListaPosContributiva", Nodo::lista},
    {Nodo::lista, "PosContributiva", Nodo::posizione},
    {Nodo::posizione, "Matricola", Nodo::foglia, Campo::matricola},
    {Nodo::posizione, "DenunciaIndividuale", Nodo::individuale},
    {Nodo::posizione, "DenunciaAziendale", Nodo::aziendale},
    {Nodo::aziendale, "ForzaAziendale", Nodo::foglia, Campo::forza},
    {Nodo::individuale, "CFLavoratore", Nodo::foglia, Campo::cf_lavoratore},
    {Nodo::individuale, "Cognome", Nodo::foglia, Campo::cognome},
    {Nodo::individuale, "Nome", Nodo::foglia, Campo::nome},
    {Nodo::individuale, "Qualifica1", Nodo::foglia, Campo::qualifica1},
    {Nodo::individuale, "Qualifica2", Nodo::foglia, Campo::qualifica2},
    {Nodo::individuale, "UnitaProduttiva", Nodo::foglia, Campo::unita_produttiva},
    {Nodo::individuale, "OrarioContrattuale", Nodo::foglia, Campo::orario},
    {Nodo::individuale, "PercPartTime", Nodo::foglia, Campo::part_time},
    {Nodo::individuale, "Assunzione", Nodo::movimento},
    {Nodo::individuale, "Cessazione", Nodo::movimento},
    {Nodo::movimento, "GiornoAssunzione", Nodo::foglia, Campo::giorno_assunzione},
    {Nodo::movimento, "GiornoCessazione", Nodo::foglia, Campo::giorno_cessazione},
    {Nodo::individuale, "DatiRetributivi", Nodo::retributivi},
    {Nodo::retributivi, "Giorno", Nodo::giorno},
    {Nodo::giorno, "EventoGiorn", Nodo::evento},
    {Nodo::evento, "CodiceEventoGiorn", Nodo::foglia, Campo::evento},
    {Nodo::evento, "NumOreEvento", Nodo::foglia, Campo::ore_evento},
    {Nodo::evento, "IdentEventoCIG", Nodo::foglia, Campo::ticket},
};

const Regola* find_rule(Nodo padre, std::string_view nome) {
  const auto* found =
      std::find_if(std::begin(kRegole), std::end(kRegole), [&](const Regola& r) { return r.padre == padre && r.nome == nome; });
  return found == std::end(kRegole) ? nullptr : found;
}

// Whole parts of a flow that are known to exist or may come, and are not read: PosPA, PosAgri, collaborators…
bool is_section_place(Nodo padre) {
  return padre == Nodo::flusso || padre == Nodo::azienda || padre == Nodo::lista || padre == Nodo::posizione;
}

const char* attribute(const char** attributes, const char* name) {
  for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
    if (std::strcmp(attributes[0], name) == 0) return attributes[1];
  }
  return "";
}

constexpr Campo kTestata[] = {Campo::mese, Campo::cf_azienda, Campo::ragione_sociale, Campo::matricola, Campo::forza};
constexpr Campo kEvento[] = {Campo::evento, Campo::ore_evento, Campo::ticket};

}  // namespace

void FlowReader::start(std::string_view name, const char** attributes, std::int64_t riga) {
  const Nodo padre = stack_.back();
  if (padre == Nodo::foglia) foglia_->spezzato = true;
  const Regola* regola = find_rule(padre, name);
  if (regola == nullptr) {
    if (padre == Nodo::documento) {
      fatale = Difetto{riga, "xml.radice",
                       "Il file non è un flusso UniEmens: l’elemento iniziale è «" + std::string(name.substr(0, 80)) +
                           "» invece di «DenunceMensili». Scegli il file prodotto dal programma paghe."};
      return;
    }
    if (is_section_place(padre) && name != "DatiMittente") sink_.skipped_section(name);
    stack_.push_back(Nodo::ignoto);
    return;
  }
  stack_.push_back(regola->figlio);
  open(regola->figlio, regola->campo, attributes, riga);
}

void FlowReader::open(Nodo nodo, Campo campo, const char** attributes, std::int64_t riga) {
  switch (nodo) {
    case Nodo::azienda:
      testata_ = Valori{};
      sink_.azienda();
      break;
    case Nodo::posizione:
      riga_posizione_ = riga;
      aperta_ = rifiutata_ = false;
      get(testata_, Campo::matricola) = Valore{};
      get(testata_, Campo::forza) = Valore{};
      break;
    case Nodo::individuale:
      open_denuncia(riga);
      break;
    case Nodo::giorno:
      denuncia_.giorni.push_back({attribute(attributes, "GG"), riga, {}});
      break;
    case Nodo::evento:
      denuncia_.giorni.back().eventi.push_back({Valori{}, riga});
      break;
    case Nodo::foglia:
      open_leaf(campo, riga);
      break;
    default:
      break;
  }
}

void FlowReader::open_leaf(Campo campo, std::int64_t riga) {
  if (std::find(std::begin(kTestata), std::end(kTestata), campo) != std::end(kTestata)) {
    foglia_ = &get(testata_, campo);
  } else if (std::find(std::begin(kEvento), std::end(kEvento), campo) != std::end(kEvento)) {
    foglia_ = &get(denuncia_.giorni.back().eventi.back().valori, campo);
  } else {
    foglia_ = &get(denuncia_.valori, campo);
  }
  foglia_->riga = riga;
  foglia_->volte += 1;
  foglia_->testo.clear();
}

void FlowReader::open_position() {
  aperta_ = true;
  const auto testata = read_testata(testata_, riga_posizione_);
  std::optional<Difetto> difetto;
  if (std::holds_alternative<Difetto>(testata)) {
    difetto = std::get<Difetto>(testata);
  } else {
    mese_ = std::get<Testata>(testata).mese;
    difetto = sink_.position(std::get<Testata>(testata));
  }
  if (!difetto) return;
  rifiutata_ = true;
  sink_.refuse(*difetto);
}

void FlowReader::open_denuncia(std::int64_t riga) {
  if (!aperta_) open_position();
  if (++denunce_ > kMaxDenunce) {
    fatale = Difetto{riga, "uniemens.limite",
                     "Il file ha più di " + std::to_string(kMaxDenunce) + " denunce individuali: dividilo in più file."};
  }
  denuncia_.riga = riga;
  denuncia_.valori = Valori{};
  denuncia_.giorni.clear();
}

void FlowReader::close_denuncia() {
  if (rifiutata_) return;
  const auto letta = read_denuncia(denuncia_, mese_);
  if (const auto* difetto = std::get_if<Difetto>(&letta)) {
    sink_.refuse(*difetto);
  } else {
    sink_.denuncia(std::get<Denuncia>(letta));
  }
}

void FlowReader::close_position() {
  if (!aperta_) open_position();
  if (rifiutata_) return;
  const auto forza = read_forza(testata_);
  if (const auto* difetto = std::get_if<Difetto>(&forza)) sink_.refuse(*difetto);
  const auto* value = std::get_if<0>(&forza);
  sink_.end_position(value == nullptr ? std::nullopt : *value);
}

void FlowReader::end() {
  const Nodo nodo = stack_.back();
  stack_.pop_back();
  if (nodo == Nodo::foglia) foglia_ = nullptr;
  if (nodo == Nodo::individuale) close_denuncia();
  if (nodo == Nodo::posizione) close_position();
}

void FlowReader::text(std::string_view text) {
  if (stack_.back() == Nodo::foglia) foglia_->testo += text;
}

void FlowReader::interruption() {
  // A name may be written with CDATA; a code or a figure may not.
  const bool nome = foglia_ == &get(testata_, Campo::ragione_sociale) || foglia_ == &get(denuncia_.valori, Campo::cognome) ||
                    foglia_ == &get(denuncia_.valori, Campo::nome);
  if (stack_.back() == Nodo::foglia && !nome) foglia_->spezzato = true;
}

}  // namespace omnia::uniemens
