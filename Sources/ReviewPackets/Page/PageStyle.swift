/// How the page of a packet looks, on a screen and on paper.
///
/// Colours have a contrast of at least 4.5 to 1 for text and 3 to 1 for what is operated (WCAG 2.2, 1.4.3 and 1.4.11), in light and in
/// dark; nothing is told by a colour alone. Everything stands in one column, so that nothing is wider than a window of 320 pixels.
enum PageStyle {
  static let source: StaticString = """
    :root{color-scheme:light dark;--ground:#fff;--card:#fff;--text:#1b1f23;--quiet:#4d5663;--line:#6b7580;\
    --faint:#d5dae0;--accent:#0b4f9e;--on-accent:#fff;--warn-ground:#fff4e0;--warn:#7a3e00;--done:#1d6b34;\
    --wash:#f1f4f8;--error:#a3121f}
    @media (prefers-color-scheme:dark){:root{--ground:#14181d;--card:#1b2027;--text:#e8ecf0;--quiet:#b3bdc9;\
    --line:#8b96a3;--faint:#3a424d;--accent:#8ec1ff;--on-accent:#0b1a2b;--warn-ground:#33260f;--warn:#ffcf8a;\
    --done:#8fdca5;--wash:#20262e;--error:#ff9aa2}}
    *{box-sizing:border-box}
    html{font:100%/1.5 system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
    body{margin:0;background:var(--ground);color:var(--text);overflow-wrap:break-word}
    header,main,footer{max-width:64rem;margin:0 auto;padding:0 1rem}
    h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 .75rem}
    h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .5rem}
    h3{font-size:1.1rem;margin:1.75rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--faint)}
    h4{font-size:1.05rem;line-height:1.35;margin:0 0 .5rem}
    h4 .where{font-weight:400;color:var(--quiet)}
    p{margin:.5rem 0}
    ul{margin:.5rem 0;padding-left:1.25rem}
    a{color:var(--accent)}
    [hidden]{display:none!important}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
    .skip{position:absolute;left:-100vw}
    .skip:focus{position:static;display:inline-block;margin:.5rem 1rem}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .quiet{color:var(--quiet)}
    table{border-collapse:collapse;width:100%;margin:.5rem 0}
    th,td{text-align:left;vertical-align:top;padding:.2rem .75rem .2rem 0;font-weight:400}
    th{color:var(--quiet);width:40%;max-width:16rem}
    td{overflow-wrap:anywhere}
    dt{font-weight:600;margin-top:.4rem}
    dd{margin:0 0 .4rem 0}
    details{border:1px solid var(--faint);border-radius:6px;padding:.25rem .75rem;margin:.5rem 0}
    summary{cursor:pointer;padding:.35rem 0;font-weight:600}
    kbd{font:inherit;border:1px solid var(--line);border-radius:4px;padding:0 .4rem;background:var(--wash)}
    .tools{background:var(--wash);border:1px solid var(--faint);border-radius:6px;padding:.5rem .75rem;margin:1rem 0}
    .row{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;margin:.4rem 0}
    label{cursor:pointer}
    input[type=checkbox],input[type=radio]{width:1.15rem;height:1.15rem;margin:0 .5rem 0 0;vertical-align:-.15rem;\
    accent-color:var(--accent)}
    button,.button,select,input[type=text],input[type=date],textarea{font:inherit;border-radius:6px;\
    border:1px solid var(--line);background:var(--card);color:var(--text);padding:.45rem .75rem;max-width:100%;min-height:2.75rem}
    textarea{width:100%;resize:vertical}
    button{cursor:pointer}
    .main{background:var(--accent);color:var(--on-accent);border-color:var(--accent);font-weight:600;text-decoration:none;\
    display:inline-block}
    progress{width:100%;height:.75rem;accent-color:var(--accent)}
    .item{background:var(--card);border:1px solid var(--faint);border-left:6px solid var(--line);border-radius:6px;\
    padding:1rem;margin:1rem 0;scroll-margin-top:1rem}
    .item.answered{border-left-color:var(--done)}
    .item.wrong{border-left-color:var(--error)}
    .marks{display:flex;flex-wrap:wrap;gap:.35rem;margin:.35rem 0;padding:0;list-style:none}
    .marks li{border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;font-size:.9rem}
    .hints{background:var(--warn-ground);color:var(--warn);border-left:4px solid var(--warn);padding:.5rem .75rem;\
    margin:.75rem 0;border-radius:0 6px 6px 0}
    .hints strong{display:block}
    .hints ul{margin:.1rem 0}
    fieldset{border:1px solid var(--faint);border-radius:6px;margin:.75rem 0;padding:.5rem .75rem}
    legend{padding:0 .4rem;font-weight:600}
    .choice{display:block;padding:.35rem 0;min-height:2rem}
    .field{margin:.6rem 0}
    .field label{display:block;font-weight:600}
    .check{display:flex;align-items:flex-start}
    .check input{flex:none;margin-top:.2rem}
    .sides{display:grid;gap:0 1.5rem}
    .ending{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.75rem 0 0}
    .state{font-weight:600;margin:0}
    .answered .state{color:var(--done)}
    .due,.problems{color:var(--error)}
    .problems{border:2px solid var(--error);border-radius:6px;padding:.5rem .75rem;margin:.75rem 0}
    .result{border:2px solid var(--done);border-radius:6px;padding:.5rem .75rem;margin:.75rem 0}
    .result textarea{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.85rem;overflow-wrap:anywhere}
    footer{margin-top:2rem;padding-bottom:3rem;color:var(--quiet);font-size:.9rem}
    @media (min-width:48rem) and (min-height:40rem){.progress{position:sticky;top:0;z-index:1;background:var(--ground);\
    padding:.5rem 0;border-bottom:1px solid var(--faint)}.item{scroll-margin-top:5rem}}
    @media (min-width:60rem){.sides{grid-template-columns:1fr 1fr}}
    @media (max-width:26rem){h1{font-size:1.3rem;hyphens:auto}.item{padding:.75rem}th,td{display:block;width:auto;max-width:none;padding:0}\
    td{margin-bottom:.4rem}}
    @media (prefers-reduced-motion:reduce){*{transition:none!important;animation:none!important}}
    @media print{:root{color-scheme:light;--ground:#fff;--card:#fff;--text:#000;--quiet:#333;--warn:#000;--warn-ground:#fff}\
    .tools,.progress,.skip,button,#finish,.pick{display:none!important}.item{break-inside:avoid}h3{break-after:avoid}\
    details{border:0}body{font-size:10pt}}
    """
}
