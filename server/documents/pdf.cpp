#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "server/documents/documento.hpp"
#include "server/documents/tags.hpp"

namespace omnia::documents {
namespace {

constexpr double kPageWidth = 595.28;  // A4 in points
constexpr double kPageHeight = 841.89;
constexpr double kMargin = 56.7;
constexpr double kWidth = kPageWidth - 2 * kMargin;
constexpr double kBottom = kPageHeight - 60;
constexpr double kGutter = 10;
constexpr double kTermWidth = 150;
constexpr const char* kFamily = "DejaVu Sans";
constexpr const char* kMono = "DejaVu Sans Mono";

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontMap* map) const { g_object_unref(map); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoLayoutIter* place) const { pango_layout_iter_free(place); }
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

struct Carattere {
  double punti = 9.5;
  bool forte = false;
  const char* famiglia = kFamily;
};

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

PangoFontMap* font_map() {
  static const Owned<PangoFontMap> map(pango_cairo_font_map_new());
  return map.get();
}

class Tag {
 public:
  Tag(cairo_t* context, const char* role) : context_(context), role_(role) { cairo_tag_begin(context_, role_, nullptr); }
  ~Tag() { cairo_tag_end(context_, role_); }
  Tag(const Tag&) = delete;
  Tag& operator=(const Tag&) = delete;

 private:
  cairo_t* context_;
  const char* role_;
};

class Writer {
 public:
  explicit Writer(const Documento& documento)
      : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, kPageWidth, kPageHeight)),
        context_(cairo_create(surface_.get())),
        pango_(pango_font_map_create_context(font_map())) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, documento.titolo.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "OMNIA IS aperta");
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, documento.creato.c_str());
    const Tag document(context_.get(), "Document");
    for (const auto& blocco : documento.blocchi) std::visit([this](const auto& one) { write(one); }, blocco);
  }

  std::string finish() {
    cairo_show_page(context_.get());
    const auto status = cairo_status(context_.get());
    context_.reset();
    cairo_surface_finish(surface_.get());
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("PDF: ") + cairo_status_to_string(status));
    return std::move(bytes_);
  }

 private:
  void write(const Titolo& titolo) {
    constexpr std::array<const char*, 4> kTags{"H1", "H2", "H3", "H4"};
    constexpr std::array<double, 4> kSizes{16, 11.5, 10.5, 9.5};
    const bool first = titolo.livello == 1;
    const auto level = static_cast<std::size_t>(std::clamp(titolo.livello, 1, 4)) - 1;
    if (titolo.nuova_pagina) new_page();
    space(first ? 0 : 10);
    const auto text = layout(titolo.testo, {titolo.nuova_pagina ? 14 : kSizes.at(level), true}, kWidth);
    keep_together(height(text.get()) + 40);  // a title stands with what it heads
    add_outline(titolo);
    const Tag tag(context_.get(), kTags.at(level));
    show(text.get(), kMargin);
    space(first ? 8 : 4);
  }

  void write(const Paragrafo& paragrafo) {
    const Tag tag(context_.get(), "P");
    show(layout(paragrafo.testo, {}, kWidth).get(), kMargin);
    space(6);
  }

  void write(const Elenco& elenco) {
    const Tag list(context_.get(), "L");
    const double indent = elenco.numerato ? 2 * kGutter : kGutter;
    std::size_t n = 0;
    for (const auto& voce : elenco.voci) {
      const Tag item(context_.get(), "LI");
      const auto text = layout(voce, {}, kWidth - indent);
      const std::string mark = elenco.numerato ? std::to_string(++n) + "." : "•";
      keep_together(std::min(height(text.get()), 60.0));
      {
        const Tag label(context_.get(), "Lbl");
        show_beside(layout(mark, {}, indent).get(), kMargin);
      }
      const Tag body(context_.get(), "LBody");
      show(text.get(), kMargin + indent);
      space(3);
    }
    space(4);
  }

  void write(const Codice& codice) {
    const Tag paragraph(context_.get(), "P");
    const Tag code(context_.get(), "Code");
    for (const auto& riga : codice.righe) show(layout(riga.empty() ? " " : riga, {8, false, kMono}, kWidth).get(), kMargin);
    space(6);
  }

  // The chapters, in the reader's panel of bookmarks.
  void add_outline(const Titolo& titolo) {
    if (titolo.livello > 2) return;
    const std::string place = "page=" + std::to_string(page_) + " pos=[0 " + std::to_string(static_cast<int>(y_)) + "]";
    cairo_pdf_surface_add_outline(surface_.get(), CAIRO_PDF_OUTLINE_ROOT, titolo.testo.c_str(), place.c_str(),
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
  }

  void write(const Dati& dati) {
    const Tag table(context_.get(), "Table");
    for (const auto& [term, value] : dati.voci) row({{term, kTermWidth, true}, {value, kWidth - kTermWidth - kGutter, false}});
    space(6);
  }

  void write(const Tabella& tabella) {
    const Tag table(context_.get(), "Table");
    const auto columns = static_cast<double>(std::max<std::size_t>(tabella.colonne.size(), 1));
    const double width = (kWidth - kGutter * (columns - 1)) / columns;
    const auto cells = [width](const std::vector<std::string>& texts, bool header) {
      std::vector<Cella> out;
      out.reserve(texts.size());
      for (const auto& text : texts) out.push_back({text, width, header});
      return out;
    };
    row(cells(tabella.colonne, true));
    for (const auto& texts : tabella.righe) row(cells(texts, false));
    space(6);
  }

  struct Cella {
    std::string testo;
    double larghezza = 0;
    bool intestazione = false;
  };

  void row(const std::vector<Cella>& cells) {
    std::vector<Owned<PangoLayout>> layouts;
    double tallest = 0;
    for (const auto& cell : cells) {
      layouts.push_back(layout(cell.testo, {9, cell.intestazione}, cell.larghezza));
      tallest = std::max(tallest, height(layouts.back().get()));
    }
    keep_together(tallest);
    const Tag tag(context_.get(), "TR");
    double x = kMargin;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Tag cell(context_.get(), cells[i].intestazione ? "TH" : "TD");
      show_beside(layouts[i].get(), x);
      x += cells[i].larghezza + kGutter;
    }
    space(tallest + 4);
  }

  Owned<PangoLayout> layout(const std::string& text, Carattere carattere, double width) {
    Owned<PangoLayout> made(pango_layout_new(pango_.get()));
    const Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), carattere.famiglia);
    pango_font_description_set_absolute_size(font.get(), carattere.punti * PANGO_SCALE);
    if (carattere.forte) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(made.get(), font.get());
    pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);  // a digest has no blanks
    // A ligature is one glyph for two letters: programs that read the structure aloud lose what follows it.
    const Owned<PangoAttrList> attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("liga=0, clig=0"));
    pango_layout_set_attributes(made.get(), attributes.get());
    pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
    return made;
  }

  static double height(PangoLayout* text) {
    int units = 0;
    pango_layout_get_size(text, nullptr, &units);
    return static_cast<double>(units) / PANGO_SCALE;
  }

  // Writes the lines, on as many pages as they need, and moves down.
  void show(PangoLayout* text, double x) {
    const Owned<PangoLayoutIter> place(pango_layout_get_iter(text));
    do {
      PangoRectangle line{};
      pango_layout_iter_get_line_extents(place.get(), nullptr, &line);
      const double tall = static_cast<double>(line.height) / PANGO_SCALE;
      keep_together(tall);
      const int base = pango_layout_iter_get_baseline(place.get()) - line.y;
      cairo_move_to(context_.get(), x + static_cast<double>(line.x) / PANGO_SCALE, y_ + static_cast<double>(base) / PANGO_SCALE);
      pango_cairo_show_layout_line(context_.get(), pango_layout_iter_get_line_readonly(place.get()));
      y_ += tall;
    } while (pango_layout_iter_next_line(place.get()) != 0);
  }

  // Writes on this page without moving down: cells of a row, the mark of a list.
  void show_beside(PangoLayout* text, double x) {
    cairo_move_to(context_.get(), x, y_);
    pango_cairo_show_layout(context_.get(), text);
  }

  void space(double points) { y_ += points; }
  void keep_together(double points) {
    if (y_ + points > kBottom) new_page();
  }
  void new_page() {
    if (y_ <= kMargin) return;
    cairo_show_page(context_.get());
    y_ = kMargin;
    ++page_;
  }

  std::string bytes_;
  Owned<cairo_surface_t> surface_;
  Owned<cairo_t> context_;
  Owned<PangoContext> pango_;
  double y_ = kMargin;
  int page_ = 1;
};

}  // namespace

std::string write_pdf(const Documento& documento) {
  static std::mutex one_at_a_time;
  std::string pdf;
  {
    const std::lock_guard lock(one_at_a_time);
    pdf = Writer(documento).finish();
  }
  return add_semantics(pdf, documento);
}

}  // namespace omnia::documents
