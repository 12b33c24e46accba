// The private-sector section of a UniEmens flow, event by event: positions and denunce go to a sink as they end.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "server/uniemens/denuncia.hpp"
#include "server/uniemens/xml_reader.hpp"

namespace omnia::uniemens {

inline constexpr std::int64_t kMaxDenunce = 200000;

class FlowSink {
 public:
  virtual ~FlowSink() = default;
  virtual void azienda() = 0;
  // A defect refuses the position with all its denunce.
  virtual std::optional<Difetto> position(const Testata& testata) = 0;
  virtual void denuncia(const Denuncia& denuncia) = 0;
  virtual void end_position(std::optional<std::int64_t> forza_centesimi) = 0;
  virtual void refuse(const Difetto& difetto) = 0;
  virtual void skipped_section(std::string_view nome) = 0;
};

// Where in the flow the reading is.
enum class Nodo {
  documento,
  flusso,
  azienda,
  lista,
  posizione,
  individuale,
  movimento,
  retributivi,
  giorno,
  evento,
  aziendale,
  foglia,
  ignoto
};

class FlowReader : public XmlHandler {
 public:
  explicit FlowReader(FlowSink& sink) : sink_(sink), stack_{Nodo::documento} {}
  void start(std::string_view name, const char** attributes, std::int64_t riga) override;
  void end() override;
  void text(std::string_view text) override;
  void interruption() override;

 private:
  void open(Nodo nodo, Campo campo, const char** attributes, std::int64_t riga);
  void open_leaf(Campo campo, std::int64_t riga);
  void open_position();
  void open_denuncia(std::int64_t riga);
  void close_denuncia();
  void close_position();

  FlowSink& sink_;
  std::vector<Nodo> stack_;
  Valori testata_;  // of Azienda and PosContributiva
  std::int64_t riga_posizione_ = 0;
  domain::YearMonth mese_;
  bool aperta_ = false;  // the sink has accepted the position
  bool rifiutata_ = false;
  DenunciaGrezza denuncia_;
  Valore* foglia_ = nullptr;
  std::int64_t denunce_ = 0;
};

}  // namespace omnia::uniemens
