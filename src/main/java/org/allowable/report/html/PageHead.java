package org.allowable.report.html;

import java.io.IOException;

/** What every page begins and ends with: policy, style, script. */
final class PageHead {

  /** Who made a page. */
  static final String GENERATOR = "Allowable";

  private PageHead() {}

  /** Writes the head. */
  static void write(HtmlWriter html, String title, InlineCode code) throws IOException {
    html.start("head").line();
    html.empty("meta", "charset", "utf-8").line();
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", code.policy()).line();
    html.empty("meta", "name", "generator", "content", GENERATOR).line();
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.empty("meta", "name", "color-scheme", "content", "light dark").line();
    html.empty("meta", "name", "referrer", "content", "no-referrer").line();
    html.element("title", title).line();
    html.start("style").raw(code.style()).end().line();
    html.end().line();
  }

  /** Writes the script, which the page can do without. */
  static void script(HtmlWriter html, InlineCode code) throws IOException {
    html.start("script").raw(code.script()).end().line();
  }
}
