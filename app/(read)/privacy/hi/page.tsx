import type { Metadata } from "next";
import { FoldTable } from "@/components/reading/fold-table";
import { KEPT, RETENTION } from "@/lib/privacy/retention";
import { RETENTION_IN_HINDI } from "@/lib/privacy/retention-in-hindi";
import { PRIVACY_VERSION } from "@/lib/privacy/words";

export const metadata: Metadata = {
  title: "निजता",
  description: "Milepost आपके बारे में क्या रखता है, क्यों, कितने समय तक, कौन क्या देखता है, और आपके अधिकार। सरल हिन्दी में।",
};

const DAY = new Intl.DateTimeFormat("hi-IN", { dateStyle: "long", timeZone: "UTC", numberingSystem: "latn" });
const COLUMNS = [{ name: "क्या" }, { name: "कितने समय" }, { name: "इतने समय क्यों" }] as const;

function sayHowLong(days: number): string {
  return days % 365 === 0 ? `${days / 365} साल` : `${days} दिन`;
}

export default function PrivacyInHindiPage() {
  return (
    <div lang="hi" className="flow">
      <header className="flow">
        <h1>निजता</h1>
        <p className="lead">आप बिना खाते के पढ़ सकते हैं और निशान लगा सकते हैं। पन्ने किसी और जगह से कुछ नहीं लाते: न निगरानी, न विज्ञापन।</p>
        <p>
          <a href="/privacy" hrefLang="en" lang="en">
            In English, and in more detail
          </a>
        </p>
      </header>
      <section className="flow" aria-labelledby="kept">
        <h2 id="kept">क्या रखा जाता है, और क्यों</h2>
        <p className="prose">खाता बनाने से पहले सर्वर पर आपके बारे में कुछ नहीं रखा जाता। आपके निशान केवल आपके उपकरण पर रहते हैं। खाता बनाने के बाद:</p>
        <ul className="bullets">
          <li>आपका नाम, ई-मेल पता और पासवर्ड का हैश, जिससे पासवर्ड वापस नहीं पढ़ा जा सकता: ताकि आप साइन-इन कर सकें</li>
          <li>आपकी प्रगति, प्रमाण और फ़ाइलें, और उन पर समीक्षाएँ: ताकि आप दिखा सकें कि आपने क्या किया</li>
          <li>आपकी योजना, नौकरी के आवेदन और सहेजी हुई खोजें: क्योंकि आपने उन्हें लिखा है</li>
          <li>आप किन समूहों में हैं, और शिक्षकों ने आपको क्या लिखा: ताकि वे आपकी मदद कर सकें</li>
          <li>आप कहाँ-कहाँ साइन-इन हैं, और ज़रूरी कामों का लेखा: सुरक्षा के लिए</li>
          <li>आपकी उम्र 18 से कम है, यदि आपने ऐसा कहा: तब नौकरियों के बारे में कोई ई-मेल नहीं आता, और माता-पिता की सहमति दर्ज होने तक आपका नाम अटके हुए लोगों की सूची में नहीं आता</li>
          <li>आपने किस बात की सहमति दी या वापस ली, और कब</li>
        </ul>
      </section>
      <section className="flow" aria-labelledby="how-long">
        <h2 id="how-long">कितने समय तक</h2>
        <p className="prose">जो आपके खाते का है, वह तब तक रहता है जब तक आप उसे या खाते को नहीं मिटाते। बाक़ी अपने आप मिट जाता है:</p>
        <FoldTable
          caption="क्या अपने आप मिटता है, और कब"
          columns={COLUMNS}
          needs="some"
          rows={KEPT.map((table) => {
            const { what, from, why } = RETENTION_IN_HINDI[table];
            return { key: table, cells: [what, `${from} ${sayHowLong(RETENTION[table].days)}`, why] };
          })}
        />
      </section>
      <section className="flow" aria-labelledby="who">
        <h2 id="who">कौन क्या देखता है</h2>
        <ul className="bullets">
          <li>आपके समूह के शिक्षक: आपका नाम, प्रगति, प्रमाण और समीक्षाएँ, और आप पिछली बार कब सक्रिय थे। आपका ई-मेल पता और दूसरे समूह नहीं। जब आप समूह छोड़ते हैं, वे आगे कुछ नहीं देखते</li>
          <li>समूह के दूसरे शिक्षार्थी: केवल वह काम जिसकी पुष्टि साथी कर सकते हैं, और आपका नाम</li>
          <li>एडमिन: वही जो शिक्षक देखते हैं; यह लिखा जाता है कि उन्होंने देखा</li>
          <li>जो यह सेवा चलाते हैं: उनके पास डेटाबेस है, इसलिए पासवर्ड को छोड़कर सब पढ़ सकते हैं</li>
          <li>और कोई नहीं। यदि आप GitHub या Google से साइन-इन करना चुनते हैं, तो उस कंपनी को इसका पता चलता है</li>
        </ul>
      </section>
      <section className="flow" aria-labelledby="rights">
        <h2 id="rights">आपके अधिकार, और वे कहाँ मिलेंगे</h2>
        <ul className="bullets">
          <li>
            अपने बारे में सब कुछ की प्रति लेना: <a href="/settings/data">आपका डेटा</a>
          </li>
          <li>
            यह देखना कि आपके शिक्षक क्या देखते हैं: <a href="/cohorts">आपके समूह</a>
          </li>
          <li>
            हर सहमति को अलग-अलग देना और उतनी ही आसानी से वापस लेना, और उम्र बदलना: <a href="/settings">सेटिंग्स</a>
          </li>
          <li>
            खाता हमेशा के लिए मिटाना: <a href="/settings/data/erase">खाता मिटाएँ</a>
          </li>
          <li>नाम सुधारने के लिए, या किसी भी शिकायत के लिए, उनसे पूछें जो यह सेवा चलाते हैं: आपका स्कूल, आपकी कंपनी, या जिसने आपको यह पता दिया। जवाब न मिले, तो आप भारत के डेटा संरक्षण बोर्ड से शिकायत कर सकते हैं</li>
        </ul>
        <p className="prose">सेटिंग्स के पन्ने अंग्रेज़ी में हैं।</p>
      </section>
      <p className="text-sm text-soft">ये शब्द {DAY.format(new Date(PRIVACY_VERSION))} के हैं। बदलने पर आपको आपके मुख्य पन्ने पर बताया जाता है।</p>
    </div>
  );
}
