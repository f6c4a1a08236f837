/// The look of the review page: the house's tokens, light and dark, and on paper.
enum ReviewStyle {
    static let css = """
        :root{--paper:#FBFAF7;--surface:#FFFFFF;--ink:#1B1F24;--muted:#59626D;--line:#DAD7CF;--accent:#1F5A8C;--wait:#8A5A00;
        color-scheme:light dark}
        @media (prefers-color-scheme:dark){:root{--paper:#14161A;--surface:#1C1F25;--ink:#E9E7E2;--muted:#A3ABB5;
        --line:#323841;--accent:#7DB5E3;--wait:#E0B45C}}
        *{box-sizing:border-box}
        html{scroll-behavior:auto}
        body{margin:0 auto;max-width:1180px;padding:32px 24px 96px;background:var(--paper);color:var(--ink);
        font:17px/1.55 system-ui,sans-serif;display:grid;grid-template-columns:260px minmax(0,1fr);column-gap:40px}
        header{grid-column:1/-1;margin-bottom:24px}
        h1{font-size:1.73em;line-height:1.2;margin:0 0 8px}
        h2{font-size:1.2em;line-height:1.3;margin:0}
        h3{font-size:1em;margin:0 0 4px;color:var(--muted);font-weight:600}
        p{margin:0 0 8px;max-width:68ch}
        a{color:var(--accent);text-underline-offset:3px}
        :focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:6px}
        .kind{color:var(--accent);font-weight:600;margin:0}
        main:only-of-type:nth-child(2){grid-column:1/-1}
        nav{position:sticky;top:24px;align-self:start;max-height:calc(100vh - 48px);overflow:auto}
        nav h2{font-size:.9em;color:var(--muted);margin-bottom:8px}
        nav ol{list-style:none;margin:0;padding:0}
        nav a{display:flex;gap:8px;align-items:center;min-height:44px;padding:4px 8px;border-bottom:1px solid var(--line);
        color:var(--ink);text-decoration:none}
        nav a:hover{background:var(--surface)}
        nav b,.code{font-family:ui-monospace,monospace;font-size:.9em;color:var(--accent);letter-spacing:.04em}
        .count{margin-left:auto;font-variant-numeric:tabular-nums;color:var(--muted)}
        section{scroll-margin-top:24px;margin-bottom:56px}
        section:target>h2{text-decoration:underline;text-decoration-color:var(--accent);text-underline-offset:6px}
        .facts{color:var(--muted);margin:4px 0 16px}
        .notes{margin:0 0 16px;padding:12px 16px 12px 32px;background:var(--surface);border-left:4px solid var(--wait);border-radius:6px}
        article{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:24px;background:var(--surface);
        border:1px solid var(--line);border-radius:6px;padding:20px 24px;margin-bottom:16px;box-shadow:0 1px 2px rgba(0,0,0,.04)}
        article.missing{grid-template-columns:1fr;gap:0;padding:12px 24px}
        article.wide{grid-template-columns:1fr;gap:16px}
        article.unread{display:block}
        .grid{display:block;width:100%;max-width:760px;height:auto;margin:8px 0 16px}
        .grid path{fill:none;stroke:var(--accent);stroke-width:calc(var(--unit)/24);opacity:.55}
        .grid text{font-size:calc(var(--unit)*.62);fill:var(--muted)}
        article .command{grid-column:1/-1;margin:0;padding-top:12px;border-top:1px solid var(--line)}
        article.missing .command{border:0;padding-top:4px}
        figure{margin:0;align-self:center;display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 16px;align-items:start}
        figure>*{grid-column:1;grid-row:1}
        .sheet{grid-column:2;width:52px;height:74px}
        figure figcaption{grid-column:1/-1;grid-row:2}
        .sheet rect{fill:var(--surface);stroke:var(--muted);stroke-width:14}
        .sheet .here{fill:var(--accent);stroke:none}
        .cut{display:block;justify-self:start;max-width:100%;overflow-x:auto;border:1px solid var(--muted);border-radius:6px;background:#fff}
        .cut img{max-width:100%}
        .cut svg{width:var(--large);max-width:100%}
        .cut img,.cut svg{height:auto;display:block}
        #waiting>h2{margin-bottom:16px}
        .thumbs{list-style:none;display:flex;flex-wrap:wrap;gap:16px;margin:0 0 16px;padding:0}
        .thumbs a{display:block;width:148px;font-size:.82em;line-height:1.35;color:var(--ink);text-decoration:none}
        .thumbs img{display:block;width:148px;height:auto;margin-bottom:6px;border:1px solid var(--muted);border-radius:6px;background:#fff}
        .thumbs b,.thumbs span{display:block}
        .thumbs b{color:var(--accent);text-decoration:underline;text-underline-offset:3px;overflow-wrap:anywhere}
        .thumbs span{color:var(--muted)}
        section:not(#waiting)>.thumbs a,section:not(#waiting)>.thumbs img{width:104px}
        blockquote{margin:0;padding:12px 16px;border:1px solid var(--line);border-radius:6px;background:var(--paper);
        white-space:pre-wrap;overflow-wrap:anywhere}
        figcaption{font-size:.82em;color:var(--muted);margin-top:6px;overflow-wrap:anywhere}
        .value{font-size:1.2em;line-height:1.35;white-space:pre-wrap;overflow-wrap:anywhere;margin-bottom:4px}
        .none{color:var(--muted);font-style:italic}
        .guess{color:var(--muted)}
        .allowed{font-size:.88em}
        .sure,.doubt{font-size:.88em;color:var(--muted);margin-bottom:4px}
        .doubt{color:var(--wait)}
        meter{width:80px;height:10px;vertical-align:middle}
        .command{font-size:.88em;margin:8px 0 0;max-width:none}
        code{font-family:ui-monospace,monospace;font-size:.94em;background:var(--paper);border:1px solid var(--line);
        border-radius:4px;padding:2px 6px;overflow-wrap:anywhere;-webkit-box-decoration-break:clone;box-decoration-break:clone}
        .pager{display:flex;justify-content:space-between;max-width:none;margin-top:16px}
        .pager a{display:inline-flex;align-items:center;min-height:44px}
        .next{margin-left:auto}
        .empty{font-size:1.1em}
        @media (max-width:860px){body{display:block;padding:20px 16px}nav{position:static;max-height:none;margin-bottom:32px}
        article{grid-template-columns:1fr;gap:16px;padding:16px}
        .cut svg{max-width:max(100%,var(--least))}}
        @media (prefers-reduced-motion:no-preference){nav a{transition:background 120ms}}
        @media print{nav,.pager,.command{display:none}body{display:block;background:#fff;font-size:11pt}article{break-inside:avoid;box-shadow:none}}
        """
}
