// Mail providers where anybody gets an address. One word stands for that name under every ending.
const providers = new Set(
  (
    "gmail googlemail yahoo ymail rocketmail hotmail outlook live msn aol gmx protonmail yandex zoho tutanota fastmail " +
    "hushmail mailbox inbox " +
    "icloud.com me.com mac.com aim.com mail.com email.com usa.com post.com proton.me pm.me tuta.io tuta.com hey.com " +
    "duck.com privaterelay.appleid.com mozmail.com skiff.com mailfence.com posteo.de posteo.net web.de t-online.de " +
    "freenet.de arcor.de 1und1.de online.de email.de magenta.de bluewin.ch hispeed.ch sunrise.ch aon.at chello.at " +
    "orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr club-internet.fr numericable.fr cegetel.net " +
    "aliceadsl.fr voila.fr noos.fr libertysurf.fr telenet.be skynet.be proximus.be scarlet.be ziggo.nl kpnmail.nl " +
    "planet.nl home.nl hetnet.nl xs4all.nl libero.it virgilio.it tiscali.it alice.it tin.it tim.it fastwebnet.it " +
    "telefonica.net terra.es movistar.es ono.com sapo.pt iol.pt clix.pt btinternet.com sky.com talktalk.net " +
    "virginmedia.com ntlworld.com blueyonder.co.uk eircom.net comcast.net verizon.net att.net sbcglobal.net " +
    "bellsouth.net cox.net charter.net earthlink.net juno.com rogers.com shaw.ca bell.net sympatico.ca videotron.ca " +
    "wp.pl o2.pl onet.pl interia.pl op.pl poczta.fm seznam.cz email.cz centrum.cz volny.cz azet.sk centrum.sk " +
    "freemail.hu citromail.hu abv.bg mail.bg ukr.net i.ua meta.ua mail.ru bk.ru list.ru rambler.ru inbox.lv " +
    "telia.com spray.se online.no mail.dk jubii.dk luukku.com suomi24.fi otenet.gr in.gr mynet.com " +
    "qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com 189.cn naver.com " +
    "daum.net hanmail.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com biglobe.ne.jp " +
    "rediffmail.com bol.com.br uol.com.br terra.com.br ig.com.br bigpond.com optusnet.com.au xtra.co.nz " +
    "mailinator.com guerrillamail.com yopmail.com trashmail.com temp-mail.org 10minutemail.com sharklasers.com " +
    "dispostable.com maildrop.cc getnada.com"
  ).split(" "),
);

// Endings that are sold to many, and places where many have a name below: the names themselves are nobody's alone.
const shared = new Set(
  (
    "github.io gitlab.io herokuapp.com vercel.app netlify.app pages.dev workers.dev web.app firebaseapp.com " +
    "azurewebsites.net cloudfront.net amazonaws.com appspot.com myshopify.com wordpress.com blogspot.com wixsite.com " +
    "weebly.com webflow.io squarespace.com onrender.com fly.dev eu.org uk.com de.com eu.com fr.com us.com gb.net " +
    "in.net js.org github.com altervista.org asso.fr tm.fr nom.fr prd.fr gouv.fr"
  ).split(" "),
);
const secondLevel = new Set(
  "co com net org gov edu ac gob gouv govt mil or ne go ltd plc me nom gen firm ind web info biz sch nhs police".split(
    " ",
  ),
);
/** Endings that lead nowhere on the open internet. */
const nowhere = new Set(
  "localhost local internal intranet lan home corp private invalid onion arpa".split(" "),
);

/** Whether a name belongs to nobody alone: a mail provider, an ending, a shared host; or lies outside the internet. */
export function isPublicDomain(domain: string): boolean {
  const labels = domain.split(".");
  const ending = labels.at(-1) ?? "";
  if (nowhere.has(ending) || shared.has(domain)) return true;
  // Such as "co.uk" or "com.br": two letters behind a word that every country uses.
  if (labels.length === 2 && ending.length === 2 && secondLevel.has(labels[0] ?? "")) return true;
  // A provider's own name, or anything below it.
  const suffixes = labels.map((_, start) => labels.slice(start));
  return suffixes.some((part) => providers.has(part.join(".")) || isProviderUnderAnyEnding(part));
}

function isProviderUnderAnyEnding([name = "", ...endings]: string[]) {
  const isEnding = endings.length === 1 || (endings.length === 2 && secondLevel.has(endings[0] ?? ""));
  return isEnding && providers.has(name);
}
