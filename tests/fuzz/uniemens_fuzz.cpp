// A UniEmens flow in memory, in pieces of any size: no store, only the reader and what it hands over.
#include "server/uniemens/flow.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace omnia;

namespace {

class Counted : public uniemens::FlowSink {
 public:
  void azienda() override {}
  std::optional<uniemens::Difetto> position(const uniemens::Testata&) override {
    fuzz::must(!open_, "positions do not nest");
    open_ = true;
    return std::nullopt;
  }
  void denuncia(const uniemens::Denuncia&) override { fuzz::must(open_, "a denuncia belongs to a position"); }
  void end_position(std::optional<std::int64_t>) override {
    fuzz::must(open_, "only an open position ends");
    open_ = false;
  }
  void refuse(const uniemens::Difetto& difetto) override { fuzz::must(!difetto.codice.empty(), "a refusal has a code"); }
  void skipped_section(std::string_view) override {}

 private:
  bool open_ = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t piece = 1 + data[0];
  const std::string_view xml = fuzz::text_of(data + 1, size - 1);
  Counted sink;
  uniemens::FlowReader flow(sink);
  uniemens::XmlReader reader(flow);
  bool good = true;
  for (std::size_t at = 0; good && at < xml.size(); at += piece) {
    const auto part = xml.substr(at, piece);
    good = reader.feed(part.data(), part.size());
  }
  if (good) good = reader.finish();
  fuzz::must(good || reader.defect().has_value(), "a refused file has a defect");
  return 0;
}
